"""Facts about strings and bytes."""

#: (you can not|trying to|attempting to) assign to (index|character|position|item|element) [of] [a] str [<raises> typeerror]
#: (you can not|one can not) (change|modify|replace|assign to) [(individual|single|a)] character (in|of) [a] str [in place]
#: (assigning|assignment) to (index|character|position|item) (of|in) [a] str <raises> typeerror
#: (changing|modifying) [a] (character|str) (of|in) [a|place] [str] <raises> typeerror
#: str does not support item assignment
def act():
    "abc"[0] = "x"
so = raises(TypeError, act)

#: str method <returns> new str [(and leave|leaving|instead of)]
#: all str method <returns> new (str|value|object)
#: (.upper|str.upper|.replace|str.replace|.strip|str.strip) does not (change|modify|mutate) [the] (original|original str|str)
#: str method does not (change|modify|mutate) [the] (original|original str|str)
#! (.upper|str.upper|.replace|str.replace|.strip|str.strip) (change|modify) [the] (original|str|original str) [in place]
#! (.upper|str.upper|.replace|str.replace) work in place
given = "abc"
so = given.upper() == "ABC" and given.replace("a", "x") == "xbc" and given == "abc"

#: [two] [(adjacent|neighbouring)] str literal (next to each other|that is adjacent|side by side|placed side by side) is [automatically] (concatenated|joined)
#: [(two|adjacent|two adjacent|neighbouring|implicitly)] str literal [next to each other] is [implicitly] (concatenated|joined) [(at compile time|by compiler|by parser)]
#: adjacent str literal concatenate
so = eval("'a' 'b'") == "ab"

#: (str.find|.find) <returns> -1 [<if> <missing>]
#! (str.find|.find) <returns> none [<if> <missing>]
#! (str.find|.find) <raises> valueerror [<if> <missing>]
so = "abc".find("x") == -1

#: (str.index|.index|list.index|str.index and list.index) <raises> valueerror [<if> <missing>]
#! (str.index|list.index|.index) <returns> (-1|none) [<if> <missing>]
#! (str.index|list.index) <raises> indexerror [<if> <missing>]
so = raises(ValueError, "abc".index, "x") and raises(ValueError, [1].index, 2)

#: (str.title|.title) (capitalize|capitalizes|uppercase|uppercases) [the] first (letter|character) of (every|each) word
#: (str.title|.title) (capitalize|capitalizes) (every|each) word
so = "ab cd".title() == "Ab Cd"

#: (str.capitalize|.capitalize) (lowercase|lowercases|lower) [the] rest [of str]
#: (str.capitalize|.capitalize) uppercase first (letter|character) and lowercase [the] rest
so = "aB cD".capitalize() == "Ab cd"

#: (str.split|.split) (without|with no) (argument|separator|sep) (split|splits) on [(any|runs of|whitespace)] [(whitespace|consecutive whitespace)]
#: (str.split|.split) split on whitespace by default
#: (str.split|.split) split on (whitespace|any whitespace|runs of whitespace) [by default]
#: (str.split|.split) without argument (discard|drop|remove|ignore|collapse) (empty str|leading and trailing whitespace|multiple space|consecutive whitespace)
so = " a  b\n".split() == ["a", "b"]

#: (str.join|.join) (raise|raises) typeerror <if> [(the|any|an|one|some)] [(iterable|list|sequence|it)] [(contain|contains|item|element)] [(is|are)] [(int|non-str|non-string|not str|non-str item|non-str value|not all str)]
#: (str.join|.join) (only works|work|works|only accept) (with|on|for) str
#: (str.join|.join) (require|requires|expect|need) [(all|every)] (item|element|value) to is str
so = raises(TypeError, ",".join, [1, 2])

#: (str.replace|.replace) replace (all occurrence|every occurrence) [by default]
#! (str.replace|.replace) replace (first|only first) occurrence [by default]
so = "aaa".replace("a", "b") == "bbb"

#: (str.strip|.strip) <removes> (leading and trailing|surrounding) whitespace [by default]
#: (str.strip|.strip) <removes> whitespace (from|at|on) both (end|side)
#: (str.strip|.strip) with argument <removes> [any of] [the] (character|set of character) not [a] (prefix|suffix|substring)
#: (str.strip|.strip|.lstrip|str.lstrip|.rstrip) treat [its] argument as set of character
so = "  a b ".strip() == "a b" and "xyaxy".strip("yx") == "a"

#: (str.isdigit|.isdigit) <returns> false for (negative number|empty str|float|decimal)
#: (str.isdigit|.isdigit) does not (accept|allow|recognize) (negative number|minus sign|sign|decimal point)
so = not "-1".isdigit() and not "1.5".isdigit() and not "".isdigit()

#: (str.startswith|.startswith|.endswith|str.startswith and str.endswith|startswith and endswith) <accepts> tuple [of (prefix|suffix|str|option)]
so = "abc".startswith(("x", "ab")) and "abc".endswith(("c", "d"))

#: (str.partition|.partition) [always] <returns> (3-tuple|tuple of three|three-element tuple|tuple of three element|tuple with three element|three-tuple)
so = "a=b".partition("=") == ("a", "=", "b") and len("a".partition("=")) == 3

#: (str.splitlines|.splitlines) (does not|drop|remove|strip) [(keep|include)] (line end|line ending|newline|line break|trailing newline) [by default]
so = "a\nb\n".splitlines() == ["a", "b"]

#: (str.casefold|.casefold) is more aggressive than (lower|.lower|str.lower)
so = "\u00df".casefold() == "ss" and "\u00df".lower() == "\u00df"

#: (str.zfill|.zfill) pad [str] with (zero|leading zero) [on left]
so = "7".zfill(3) == "007" and "-7".zfill(3) == "-07"

#: (str.encode|.encode|encode) (use|default to|uses|defaults to) utf-8 [by default]
#: [the] default encoding of (str.encode|bytes.decode|.encode) is utf-8
#: (str.encode|.encode) <returns> bytes
so = "\u00e4".encode() == "\u00e4".encode("utf-8")

#: (bytes and str|str and bytes) (can not be|is never|is not|never) (mixed|concatenated|equal|compared equal|compare equal)
#: (concatenating|adding|mixing) (bytes and str|str and bytes|bytes to str|str to bytes) <raises> typeerror
#: you can not (concatenate|add|mix) (bytes and str|str and bytes)
#: b"abc" == "abc" is false
so = raises(TypeError, lambda: "a" + b"a") and (b"a" == "a") is False

#: indexing bytes <returns> int
#: indexing [a] bytes object <returns> int
#: iterating over bytes <returns> int
#: [an] (element|item) of [a] bytes object is int
#! indexing bytes <returns> bytes
so = b"abc"[0] == 97 and list(b"a") == [97]

#: indexing str <returns> str [of length (one|1)]
#: there is no [separate] (character type|char type|char)
#: does not has [separate] (character type|char type|char|character data type)
#: character is [just] str of length (one|1)
so = type("abc"[0]) is str and len("abc"[0]) == 1

#: decoding invalid (bytes|utf-8|byte) <raises> unicodedecodeerror
#: (bytes.decode|.decode) <raises> unicodedecodeerror <if> [(the)] (bytes is not valid|invalid bytes|invalid utf-8|bytes is invalid|bytes is not valid utf-8|invalid byte)
so = raises(UnicodeDecodeError, b"\xff".decode, "utf-8")

#: encoding (non-ascii|non-ascii character|non-ascii text|non-ascii str) (to|as|with|in) ascii <raises> unicodeencodeerror
#: "\u00e4".encode("ascii") <raises> unicodeencodeerror
so = raises(UnicodeEncodeError, "\u00e4".encode, "ascii")

#: len of str <count> (code point|unicode code point|character)
#: len (count|counts) [unicode] (code point|character) not (byte|bytes)
#: len("\u00e9") is 1
so = len("\u00e9") == 1 and len("\u00e9".encode()) == 2

#: str (is compared|comparison is|compare|is ordered|are compared|comparison work) (lexicographically|by code point|character by character|by unicode code point|by their code point|lexicographic)
#: uppercase letter (sort|come|compare|sorts) before lowercase [letter]
#: str comparison is case-sensitive
#: sorting str is case-sensitive [by default]
so = "Z" < "a" and "abc" < "abd" and sorted(["b", "A", "a", "B"]) == ["A", "B", "a", "b"]

#: multiplying str by int repeat it
#: (str can be|str is) repeated with *
#: * repeat str
so = "ab" * 2 == "abab"

#: multiplying (str|list) by (negative number|zero|0|zero or negative number) <returns> empty (str|list|one|sequence)
so = "ab" * 0 == "" and [1] * -1 == []

#: raw str does not (process|interpret|handle|treat) (escape sequence|backslash|escape|backslash as escape)
#: (raw str|r-str|raw str literal|r"") (treat|leave|keep) backslash (as literal character|as literal|literally|untouched|as is)
#: in raw str backslash is (literal|not special|not escape character)
so = len(r"\n") == 2

#: raw str can not end (with|in) [(an odd number of|a single|single|odd number of)] backslash
so = not compiles('x = r"\\"')

#: f-str is evaluated at (runtime|run time)
#: f-str can (contain|include|hold|embed|evaluate) [(any|arbitrary)] expression
#: f-str (evaluate|evaluates|embed) [(any|arbitrary)] expression [at runtime]
#: f-string is evaluated at runtime
at = 5
so = f"{at + 1}" == "6"

#: f"{x=}" (print|show|display|output|include) [(both|the)] (expression and [its] value|name and value|variable name and value|name and [its] value|variable name and [its] value)
#: = specifier in f-str (print|show|display) [both] (expression and value|name and value|expression and its value)
x = 5
so = eval("f'{x=}'", {"x": 5}) == "x=5"

#: (double|doubled|two) (brace|curly brace) (escape|escapes|produce|give|is) [a] [single] [literal] [brace] [in f-str]
#: {{ (produce|give|is) [literal] {
so = f"{{x}}" == "{x}"

#: f-str use __format__ [(of value|method|of object)]
#: format call __format__
class Pot:
    def __format__(self, spec):
        return "pot" + spec
so = f"{Pot():>3}" == "pot>3" == format(Pot(), ">3")

#: str slice with step -1 reverse str
#: (`[::-1]`|`s[::-1]`|slicing with `[::-1]`|step of -1|a step of -1|negative step of -1) (reverse|reverses) [(a|the|it|str|list|sequence|str or list)] [str]
#: `[::-1]` <returns> reversed copy
so = "abc"[::-1] == "cba" and [1, 2][::-1] == [2, 1]

#: (out of range|out-of-range|out-of-bounds|out of bounds) slice [index] (is|are) (handled gracefully|clipped|silently clipped|silently truncated|truncated|clamped|tolerated|fine|allowed|not error) [when used for slicing]
#: slice (index|indexes|bound) (that is out of range|out of range|past end|beyond end) (is|are) (handled gracefully|clipped|truncated|clamped|tolerated)
#: slice never raise [(an)] [indexerror]
#: slicing (is forgiving|does not raise|never raise) [indexerror] [(for|about|on|with|when|if)] [(out-of-range index|out of range index|index is out of range|out-of-bounds index)]
so = "abc"[1:99] == "bc" and [1][5:9] == []

#: (attempting to use|using|accessing) [an] index (that is too large|out of range|out of bounds|that does not exist|past end|beyond end) <raises> indexerror
#: (index out of range|out-of-range index|accessing out of range index|accessing element out of range|accessing an index that does not exist|indexing out of range|accessing out-of-range index) <raises> indexerror
#! (accessing|using) [an] index out of range <returns> none
so = raises(IndexError, lambda: "abc"[9]) and raises(IndexError, lambda: [1][9])

#: negative index count from end
#: (index|indices|negative index) (-1|of -1) (is|refer to|mean|give|access|denote|point to) [the] last (element|item|character)
#: -1 (is|refer to|mean|give|access) [the] last (element|item|character)
#: str can be indexed (from right with negative number|with negative number|with negative index)
#: negative (index|indices) (access|start|count|refer to element) from [the] (end|right)
so = "abc"[-1] == "c" and [1, 2][-1] == 2

#: str is (iterable|sequence) [of character]
#: iterating over str <returns> [its] [(single|individual)] character [one by one]
so = list("ab") == ["a", "b"]

#: in (test|tests|check|checks|look) [for] substring [(in|for|on|with) str]
#: in operator (work|works|check) [for] substring
#: empty str is (in|substring of|contained in) every str
so = "bc" in "abcd" and "" in "abc"

#: (ord|chr|ord and chr) is inverse [of (each other|chr|ord)]
#: ord <returns> (code point|unicode code point|int|unicode code point of character)
#: chr <returns> (character|str) (for|of|from) [(a|the|unicode)] code point
so = ord("a") == 97 and chr(97) == "a"

#: str(none) <returns> "none"
#: str of none is "none"
so = str(None) == "None"

#: repr of str (include|includes|contain|has|add|show) quote
#: repr <returns> (quoted str|str with quote) for str
so = repr("a") == "'a'"

#: (str.format|.format) <raises> (indexerror|keyerror) <if> (argument is missing|placeholder has no argument|field is missing|there is not enough argument)
so = raises(IndexError, "{} {}".format, 1) and raises(KeyError, "{a}".format)

#: (string.template|template) substitute <raises> keyerror (for|if|when|on) (missing key|placeholder is missing|missing placeholder|key is missing)
#: safe_substitute leave (missing|unknown) placeholder [(in place|untouched|unchanged|as is|intact)]
from string import Template
so = raises(KeyError, Template("$a").substitute) and Template("$a").safe_substitute() == "$a"

#: bytearray is mutable (version|counterpart|variant|sequence) [of bytes]
made = bytearray(b"abc")
made[0] = 120
so = made == b"xbc"

#: memoryview (does not copy|avoid copying|give access without copying|let you slice without copying) [(data|the data|underlying data|underlying buffer|bytes)]
#: slicing memoryview does not copy [data]
given = bytearray(b"abc")
view = memoryview(given)[1:]
view[0] = 120
so = given == b"axc"

#: (bytes|bytes object) can be (decoded to str|converted to str) with decode
so = b"a".decode() == "a"

#: textwrap.dedent <removes> common leading whitespace
import textwrap
so = textwrap.dedent("  a\n    b") == "a\n  b"

#: input [always] <returns> str [(even|no matter|regardless)] [(if|when|what|of what)] [(you|the|user)] [(type|enter)] [(number|digit)]
#! input <returns> (int|number|float) [(if|when)] [(you|the|user)] [(type|enter)] [(number|digit)]
import io, sys
kept, sys.stdin = sys.stdin, io.StringIO("5\n")
shown, sys.stdout = sys.stdout, io.StringIO()
try:
    made = input()
finally:
    sys.stdin, sys.stdout = kept, shown
so = made == "5"

#: (object.__repr__|default repr|default __repr__) (include|contain|show) [(the|object's)] (address|memory address|class name and address|id) [(of object|of instance)]
class Pot: pass
so = " at 0x" in repr(Pot())

#: len <raises> typeerror (for|if|on) [(object)] [(that|which|without|has)] [(no|does not has|has no|do not define)] __len__
class Pot: pass
so = raises(TypeError, len, Pot()) and raises(TypeError, len, 5)
