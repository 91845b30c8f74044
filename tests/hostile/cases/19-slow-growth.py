# attack: grow until nothing is left
# want: error MemoryError or memory
# limits: memory=268435456

x = []
while True:
    x.append(bytearray(10**7))
