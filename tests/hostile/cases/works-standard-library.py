# works: modules that read files, run C code or start threads
# want: ok
# limits: wall_ms=20000 cpu_s=10

import ctypes, decimal, email.message, hashlib, sqlite3, ssl, unicodedata, uuid, xml.etree.ElementTree, zlib, zoneinfo
assert sqlite3.connect(":memory:").execute("select 1 + 1").fetchone() == (2,)
assert hashlib.sha256(b"").hexdigest().startswith("e3b0")
assert zlib.decompress(zlib.compress(b"x")) == b"x"
uuid.uuid4()
