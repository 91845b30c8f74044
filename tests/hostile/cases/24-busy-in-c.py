# attack: stay in a C function for ever, where Python cannot interrupt
# want: cpu
# levels: full
# limits: cpu_s=1 wall_ms=20000
# why: 22 and 23 show the same limit at every level

sum(range(10**15))
