"""Facts about json, pickle, csv and dates."""

#: json.loads <raises> (jsondecodeerror|json.jsondecodeerror|valueerror) [(on|for|if|when|with)] [(malformed|invalid|input|it|string|document|bad|the)] [(input|json|is not valid json|is invalid|document|str|string)] [(is (invalid|malformed|not valid json))]
#: (malformed|invalid|broken) json <raises> (jsondecodeerror|json.jsondecodeerror|valueerror)
#: (parsing|loading|decoding) (malformed|invalid|broken) json <raises> (jsondecodeerror|json.jsondecodeerror|valueerror)
import json
so = raises(json.JSONDecodeError, json.loads, "{") and raises(ValueError, json.loads, "")

#: (json.jsondecodeerror|jsondecodeerror) is [a] subclass of valueerror
#: which is subclass of valueerror
import json
so = issubclass(json.JSONDecodeError, ValueError)

#: json (require|need|only allow|only accept|demand|use) double quote [(around|for|and not)] [(str|key|single quote|string)]
#: single quote (is|are) (not valid json|<forbidden>) [(in json)]
#: json.loads <raises> (jsondecodeerror|valueerror) for single quote
#: trailing comma (is|are) <forbidden> in json
import json
so = raises(ValueError, json.loads, "{'a': 1}") and raises(ValueError, json.loads, "[1,]")

#: json.dumps (emit|write|output|produce|serialize|<returns>|accept|allow|encode) nan [(and infinity|as)] [by default]
#: json.dumps <raises> valueerror for nan (if|when|with) allow_nan=false
import json
so = json.dumps(float("nan")) == "NaN" and raises(ValueError, lambda: json.dumps(float("nan"), allow_nan=False))

#: json.dumps (escape|escapes) [(all)] non-ascii [(character)] [by default]
#: ensure_ascii=false (keep|keeps|leave|preserve|write|output) [(non-ascii|unicode)] [character] [(as is|unescaped|intact|unchanged)]
import json
so = json.dumps("\u00e4") == '"\\u00e4"' and json.dumps("\u00e4", ensure_ascii=False) == '"\u00e4"'

#: (json.dumps|json|json.dump) (turn|convert|serialize|encode|turns|write|map) tuple (into|to|as) (list|array|json array)
#: tuple (become|is|turn into|are|is converted to|come back as|is serialized as|is written as) [(serialized as|converted to|encoded as|turned into)] (list|array|json array) [(in|by|after|when)] [(json|round trip|json.dumps|serialized to json)]
#: round trip through json (turn|convert) tuple (into|to) list
#! tuple (stay|survive|remain) tuple [(in json|through json|after json round trip)]
#: json.dumps (turn|turns|convert|converts|serialize|serializes) tuple (into|to|as) (list|lists|arrays|json arrays)
#: tuple become list [in json]
import json
so = json.loads(json.dumps((1, 2))) == [1, 2]

#: json [object] key (is|are|must be|become|can only be|has to be) [(always)] str
#: (int|non-str|integer dict|dict|int dict) key (is|are|become|get|turn into) [(converted to|turned into|coerced to|serialized as)] str [(in json|when (serialized|dumped|encoded) [to json]|by json.dumps|by json)]
#: json.dumps (convert|turn|coerce) (int|non-str|integer|numeric) key (to|into) str
#! json.dumps (preserve|keep) int key [as int]
#: (json object key|json key|key in json|keys in json|object keys in json) is str
#: json.dumps (turn|convert) int key into str
import json
so = json.loads(json.dumps({1: 2})) == {"1": 2}

#: json.dumps <raises> typeerror [(for|on|if|when|with)] [(set|datetime|unsupported|object|a|non-serializable|it|bytes|custom|unserializable)] [(object|type|instance|class|value|not serializable|can not serialize)]
#: (set|datetime|datetime object|bytes|decimal|custom object|set and datetime|complex number|decimal object) (is|are|can) not [(be)] (json serializable|json-serializable|serialized to json|serializable to json|serialized by json|serialized with json|dumped to json|serializable) [by default]
#: json (can not|does not know how to|does not) (serialize|handle|encode|support) (set|datetime|datetime object|bytes|decimal|custom object|set or datetime|complex number|custom class)
#! (set|datetime|datetime object|bytes|decimal) (is|are) json serializable
import datetime, decimal, json
so = all(raises(TypeError, json.dumps, one) for one in ({1}, datetime.datetime(2020, 1, 1), b"a", object(), decimal.Decimal(1), 1j))

#: (none|python's none) (become|is|map to|is serialized as|is encoded as|turn into) [(serialized|encoded|converted|mapped)] [(to|as|into)] [json] null [in json]
#: [json] null (become|is|map to|is parsed as|is decoded as|turn into) [(converted|decoded|parsed)] [(to|as|into)] none
#: [json] true (become|is|map to) true
#: true (become|is serialized as|is|map to|is written as) `true` [in json]
import json
so = json.dumps([None, True]) == "[null, true]" and json.loads("null") is None

#: (json.dumps|json.dump) (sort|sorts) [(the)] key [(only)] (with|if|when) sort_keys=true
#: json.dumps <keeps> [(insertion|dict)] order [of key]
#: sort_keys=true sort [(the)] [(dict|output|object)] key [(alphabetically)]
import json
so = json.dumps({"b": 1, "a": 2}) == '{"b": 1, "a": 2}' and json.dumps({"b": 1, "a": 2}, sort_keys=True) == '{"a": 2, "b": 1}'

#: json.loads (convert|parse|turn|map|read|decode) (number with decimal point|decimal number|real number|float) (to|as|into) float
#: (`parse_float=decimal`|parse_float=decimal.decimal|parse_float) (let|make|cause|allow|parse|give) [(json|you|json.loads|json.loads|float)] [(to)] [(parse|use|produce|read|as)] [(float)] [(as)] [decimal]
import decimal, json
so = isinstance(json.loads("1.5"), float) and isinstance(json.loads("1.5", parse_float=decimal.Decimal), decimal.Decimal)

#: pickle can not (serialize|pickle|handle|store) (lambda|lambda function|local function|nested function|generator|open file|lambda and generator|file handle|lambda or generator|lambdas and local function|lambda and nested function|local class)
#: (lambda|generator|open file|nested function|local function|lambda and generator|lambda and nested function) (can not|could not) be pickled
#: (pickling|pickle) [(a)] (lambda|generator|local function) <raises> (picklingerror|pickle.picklingerror|typeerror|attributeerror|error|exception)
#! (lambda|generator|local function) can be pickled
import pickle
def outer():
    def inner(): pass
    return inner
so = all(raises(Exception, pickle.dumps, one) for one in (lambda: 1, (one for one in "ab"), outer()))

#: (pickle.loads|unpickling|pickle|loading pickle|pickle.load|unpickling data|pickle module) (can|may|could) (execute|run) (arbitrary|any|malicious) code
#: (pickle.loads|unpickling|pickle.load|unpickling untrusted data|loading untrusted pickle|unpickling data from untrusted source) (execute|run|can run|can execute|allow execution of|may execute|may run) (arbitrary|any|malicious) code
#: (never|does not) (unpickle|load pickle) [(data)] [from] untrusted [(data|source)]
#: (pickle|pickle module) is (not secure|insecure|unsafe|not safe) [(for|against|with)] [(untrusted|malicious)] [(data|input)]
import builtins, pickle
seen = builtins.fact_of_pickle = []
class Pot:
    def __reduce__(self):
        return (exec, ("import builtins; builtins.fact_of_pickle.append(1)",))
pickle.loads(pickle.dumps(Pot()))
so = seen == [1]

#: pickle (preserve|keep|<keeps>|handle|support|can handle) (object identity|shared reference|circular reference|recursive structure|cyclic reference|cycle|self-reference)
import pickle
given = [1]
given.append(given)
made = pickle.loads(pickle.dumps(given))
so = made[1] is made

#: (unpickling|pickle.loads|loading pickle|unpickling object) does not call __init__
#: __init__ is not called (when|on|during) (unpickling|object is unpickled|unpickling object)
import builtins, pickle
seen = []
class Pot:
    def __init__(self):
        seen.append(1)
builtins.FactPot = Pot
Pot.__module__, Pot.__qualname__ = "builtins", "FactPot"
made = pickle.loads(pickle.dumps(Pot()))
so = isinstance(made, Pot) and seen == [1]

#: csv.reader (<returns>|yield|give|read|parse|treat|leave) [(row|each row|every|all|each|everything)] [(as|value|field)] [(list of|as)] str
#: csv (value|field|cell) is read as str
#: csv.reader does not convert (type|number|value|field|str) [(automatically|to number)]
#: (all|every) (value|field) (read by csv.reader|from csv.reader|csv.reader return) is str
#! csv.reader convert (number|value|int) [(automatically|to int|to number)]
import csv, io
so = list(csv.reader(io.StringIO("1,2\n"))) == [["1", "2"]]

#: csv.dictreader (use|take|read) [the] first row (as|for) (field name|header|fieldname|key|dict key|column name)
#: csv.dictreader <returns> dict [(for|per)] [row]
import csv, io
so = [dict(one) for one in csv.DictReader(io.StringIO("a,b\n1,2\n"))] == [{"a": "1", "b": "2"}]

#: (datetime.now|datetime.datetime.now|datetime.today|datetime.now()) [(without|with no)] [(argument|tz|tzinfo|timezone)] <returns> naive [(datetime|local)] [(object|datetime)]
#: (datetime.now|datetime.datetime.now) <returns> [(local|current local|naive)] datetime [(without|with no)] [(timezone|tzinfo)] [(information|info)]
#: (datetime.utcnow|datetime.datetime.utcnow) <returns> naive datetime [object]
#: (datetime.now|datetime.datetime.now|datetime) (is|are) naive by default
#: datetime (is|object is|are) naive (by default|unless|without tzinfo)
#! (datetime.now|datetime.datetime.now|datetime.utcnow) <returns> (timezone-aware|aware|aware datetime|timezone-aware datetime)
import datetime
so = datetime.datetime.now().tzinfo is None

#: (`datetime.now(timezone.utc)`|`datetime.now(tz=timezone.utc)`|`datetime.datetime.now(datetime.timezone.utc)`|`datetime.now(utc)`|datetime.now(timezone.utc)) <returns> (aware|timezone-aware|aware datetime|timezone-aware datetime|aware utc datetime|timezone-aware utc datetime) [(object|in utc)]
import datetime
so = datetime.datetime.now(datetime.timezone.utc).tzinfo is not None

#: adding timedelta to date (<returns>|give) date
#: (adding|subtracting) timedelta (to|from) (datetime|datetime object) <returns> [(new)] datetime
#: (subtracting|difference between|difference of) [two] (datetime|date|datetime object|date object) [(object)] [(from another|is|from each other)] (<returns>|is) timedelta
#: subtracting one (datetime|date) from another <returns> timedelta
#! (subtracting|difference between) [two] (datetime|date) <returns> (int|number of day|float|datetime)
from datetime import date, datetime, timedelta
so = type(date(2020, 1, 1) + timedelta(1)) is date and type(datetime(2020, 1, 2) - datetime(2020, 1, 1)) is timedelta

#: (adding|you can not add) two (datetime|date) [(object)] [(raise typeerror|together)]
from datetime import datetime
so = raises(TypeError, lambda: datetime(2020, 1, 1) + datetime(2020, 1, 1))

#: timedelta (store|stores|keep|has|is stored as|normalize|internally store|is normalized to) [(only|to|as)] day, second and microsecond [(internally)]
#: (timedelta.seconds|.seconds) (is not|does not include|ignore|only hold|is only) [(total|number of|day|the)] [(second|total|remainder|seconds|day)] [(total|of last day|second)]
#: (total_seconds|.total_seconds|timedelta.total_seconds) <returns> float
from datetime import timedelta
so = timedelta(days=1, seconds=5).seconds == 5 and timedelta(hours=1).total_seconds() == 3600.0

#: (comparing|comparison of|ordering|subtracting|mixing|you can not compare|you can not subtract|you can not mix) (naive and aware|aware and naive|naive with aware|a naive and an aware|naive datetime with aware|naive datetime with aware datetime) [(datetime|one)] [(object)] [(with <|in arithmetic|in comparison)] [<raises> typeerror]
#: naive and aware datetime (can not be|must not be) (compared|ordered|mixed|subtracted|compared or subtracted)
import datetime
now = datetime.datetime(2020, 1, 1)
aware = now.replace(tzinfo=datetime.timezone.utc)
so = raises(TypeError, lambda: now < aware) and raises(TypeError, lambda: now - aware)

#: (datetime|date|datetime object|date object|datetime and timedelta|date and datetime|timedelta) (is|are) immutable [object]
#: (datetime.replace|.replace on datetime) <returns> new (datetime|object|instance)
import datetime
def act():
    datetime.datetime(2020, 1, 1).year = 5
so = raises(AttributeError, act)

#: datetime is [a] subclass of date
#: datetime is also date
import datetime
so = issubclass(datetime.datetime, datetime.date)

#: (.weekday|weekday|date.weekday|datetime.weekday) (<returns>|is|start|number|count) [(0|monday)] [(for|as|is|at|from|with)] (monday|0) [(as 0|is 0)] [(and 6 for sunday|to 6 for sunday|for monday)]
#: monday is (0|day 0)
#: (.isoweekday|isoweekday|date.isoweekday) <returns> 1 for monday [(and 7 for sunday|to 7 for sunday)]
#! (.weekday|weekday|date.weekday) <returns> (1 for monday|0 for sunday|1 for sunday)
import datetime
so = datetime.date(2024, 1, 1).weekday() == 0 and datetime.date(2024, 1, 1).isoweekday() == 1

#: (strptime|datetime.strptime|datetime.datetime.strptime) <raises> valueerror [(if|when|for|on)] [(str|input|format|it|text|date str|the str|string|mismatch|the)] [(does not|do not|can not|is)] [(match|be parsed|invalid|fit)] [(format|with format|the format)]
#: (strptime|datetime.strptime) (parse|parses|convert|turn) [a] str (into|to) datetime [(and|while)] [(strftime (format|formats|convert|turn) [a] datetime (into|to|as) str)]
#: (strftime|.strftime|datetime.strftime) (format|formats|convert|turn|<returns>) [a] [(datetime|str)] [(into|to|as)] [(str)]
import datetime
so = raises(ValueError, datetime.datetime.strptime, "x", "%Y") and datetime.datetime(2020, 1, 2).strftime("%Y-%m-%d") == "2020-01-02"

#: (invalid date|creating invalid date|date(2023, 2, 30)|`date(2023,2,30)`|february 30|creating date that does not exist|out-of-range day) <raises> valueerror
import datetime
so = raises(ValueError, datetime.date, 2023, 2, 30)
