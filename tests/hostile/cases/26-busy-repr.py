# attack: hang where the value is shown, not where it is made
# want: cpu or timeout
# limits: cpu_s=1 wall_ms=3000

class Endless:
    def __repr__(self):
        while True:
            pass

print(Endless())
