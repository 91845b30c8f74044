# attack: ask for more memory than there may be
# want: blocked MemoryError or error MemoryError
# why: the report tells it as memory that ran out

bytearray(10 * 2**30)
