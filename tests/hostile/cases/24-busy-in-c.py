# attack: stay in a C function for ever, where Python cannot interrupt
# want: cpu
# limits: cpu_s=1 wall_ms=20000

sum(range(10**15))
