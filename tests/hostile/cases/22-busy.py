# attack: burn the processor
# want: cpu
# limits: cpu_s=1 wall_ms=20000

while True:
    pass
