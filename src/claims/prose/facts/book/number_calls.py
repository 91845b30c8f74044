"""Calls about numbers, time and files with their results; `bad` as before."""

#=call: int.from_bytes
made = int.from_bytes(b"a", "big")

#=call: int.to_bytes
made = (5).to_bytes(2, "big")
bad = [lambda: (500).to_bytes(1, "big")]

#=call: int.bit_length
made = (5).bit_length()

#=call: float.is_integer
made = (5.0).is_integer()

#=call: float.as_integer_ratio
made = (0.5).as_integer_ratio()

#=call: math.sqrt
import math
made = math.sqrt(4)
bad = [lambda: math.sqrt(-1)]

#=call: math.log
import math
made = math.log(4)
bad = [lambda: math.log(0)]

#=call: math.floor
import math
made = math.floor(1.5)

#=call: math.ceil
import math
made = math.ceil(1.5)

#=call: math.trunc
import math
made = math.trunc(1.5)

#=call: math.factorial
import math
made = math.factorial(5)
bad = [lambda: math.factorial(-1)]

#=call: math.gcd
import math
made = math.gcd(4, 6)

#=call: math.isclose
import math
made = math.isclose(1, 1)

#=call: math.isnan
import math
made = math.isnan(1.0)

#=call: math.prod
import math
made = math.prod([1, 2])

#=call: math.isqrt
import math
made = math.isqrt(10)
bad = [lambda: math.isqrt(-1)]

#=call: random.uniform
import random
made = random.uniform(1, 2)

#=call: random.choice
import random
made = random.choice([1])
bad = [lambda: random.choice([])]

#=call: random.choices
import random
made = random.choices([1])

#=call: random.randrange
import random
made = random.randrange(5)
bad = [lambda: random.randrange(0)]

#=call: random.seed
import random
made = random.seed(1)

#=call: time.perf_counter
import time
made = time.perf_counter()

#=call: time.monotonic
import time
made = time.monotonic()

#=call: time.time_ns
import time
made = time.time_ns()

#=call: time.perf_counter_ns
import time
made = time.perf_counter_ns()

#=call: time.strftime
import time
made = time.strftime("%Y")

#=call: datetime.strptime
#=call: datetime.datetime.strptime
import datetime
made = datetime.datetime.strptime("2020", "%Y")
bad = [lambda: datetime.datetime.strptime("a", "%Y")]

#=call: datetime.fromisoformat
#=call: datetime.datetime.fromisoformat
import datetime
made = datetime.datetime.fromisoformat("2020-01-02")
bad = [lambda: datetime.datetime.fromisoformat("a")]

#=call: date.fromisoformat
#=call: datetime.date.fromisoformat
import datetime
made = datetime.date.fromisoformat("2020-01-02")
bad = [lambda: datetime.date.fromisoformat("a")]

#=call: datetime.isoformat
#=call: .isoformat
import datetime
made = datetime.datetime(2020, 1, 1).isoformat()

#=call: datetime.strftime
#=call: .strftime
import datetime
made = datetime.datetime(2020, 1, 1).strftime("%Y")

#=call: datetime.timestamp
#=call: .timestamp
import datetime
made = datetime.datetime(2020, 1, 1).timestamp()

#=call: timedelta.total_seconds
#=call: .total_seconds
import datetime
made = datetime.timedelta(1).total_seconds()

#=call: date.weekday
#=call: .weekday
import datetime
made = datetime.date(2020, 1, 1).weekday()

#=call: os.getcwd
import os
made = os.getcwd()

#=call: os.getpid
import os
made = os.getpid()

#=call: os.getenv
import os
made = os.getenv("PATH_OF_FACT", "a")

#=call: os.walk
import os
made = os.walk(".")

#=call: os.scandir
import os
made = os.scandir("/")
bad = [lambda: os.scandir("/no/such")]

#=call: os.remove
import os
made = None
bad = [lambda: os.remove("/no/such")]

#=call: os.unlink
import os
made = None
bad = [lambda: os.unlink("/no/such")]

#=call: os.rmdir
import os
made = None
bad = [lambda: os.rmdir("/no/such")]

#=call: os.mkdir
import os
made = None
bad = [lambda: os.mkdir("/")]

#=call: os.chdir
import os
made = None
bad = [lambda: os.chdir("/no/such")]

#=call: os.path.exists
import os.path
made = __import__("os").path.exists("/")

#=call: os.path.isfile
import os.path
made = __import__("os").path.isfile("/")

#=call: os.path.isdir
import os.path
made = __import__("os").path.isdir("/")

#=call: os.path.basename
import os.path
made = __import__("os").path.basename("/a")

#=call: os.path.dirname
import os.path
made = __import__("os").path.dirname("/a")

#=call: os.path.abspath
import os.path
made = __import__("os").path.abspath("a")

#=call: os.path.split
import os.path
made = __import__("os").path.split("/a")

#=call: os.path.splitext
import os.path
made = __import__("os").path.splitext("a.b")

#=call: os.path.getsize
import os.path
made = __import__("os").path.getsize("/")
bad = [lambda: __import__("os").path.getsize("/no/such")]

#=call: glob.glob
import glob
made = glob.glob("/*")

#=call: glob.iglob
import glob
made = glob.iglob("/*")

#=call: path.exists
#=call: pathlib.path.exists
import pathlib
made = pathlib.Path("/").exists()

#=call: path.is_file
import pathlib
made = pathlib.Path("/").is_file()

#=call: path.is_dir
import pathlib
made = pathlib.Path("/").is_dir()

#=call: path.iterdir
#=call: .iterdir
import pathlib
made = pathlib.Path("/").iterdir()

#=call: path.read_text
#=call: .read_text
import pathlib
made = ""
bad = [lambda: pathlib.Path("/no/such").read_text()]

#=call: path.read_bytes
#=call: .read_bytes
import pathlib
made = b""
bad = [lambda: pathlib.Path("/no/such").read_bytes()]

#=call: path.unlink
import pathlib
made = None
bad = [lambda: pathlib.Path("/no/such").unlink()]

#=call: path.mkdir
import pathlib
made = None
bad = [lambda: pathlib.Path("/").mkdir()]

#=call: shutil.which
import shutil
made = shutil.which("no_such_fact")

#=call: json.loads
import json
made = json.loads("{}")
bad = [lambda: json.loads("{")]

#=call: pickle.dumps
import pickle
made = pickle.dumps(1)
bad = [lambda: pickle.dumps(lambda: 1)]

#=call: csv.reader
import csv
made = csv.reader([])

#=call: base64.b64encode
import base64
made = base64.b64encode(b"a")
bad = [lambda: base64.b64encode("a")]

#=call: base64.b64decode
import base64
made = base64.b64decode(b"YQ==")
bad = [lambda: base64.b64decode(b"YQ")]

#=call: struct.pack
import struct
made = struct.pack("i", 1)
bad = [lambda: struct.pack("i", "a")]

#=call: struct.unpack
import struct
made = struct.unpack("b", b"a")
bad = [lambda: struct.unpack("i", b"a")]

#=call: struct.calcsize
import struct
made = struct.calcsize("i")

#=call: zlib.compress
import zlib
made = zlib.compress(b"a")

#=call: hashlib.md5
import hashlib
made = hashlib.md5(b"a")
bad = [lambda: hashlib.md5("a")]

#=call: uuid.uuid
import uuid
made = uuid.uuid4()
bad = [lambda: uuid.UUID("a")]

#=call: secrets.token_hex
import secrets
made = secrets.token_hex()

