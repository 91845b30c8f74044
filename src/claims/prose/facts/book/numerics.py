"""Facts about numbers."""

#: / <returns> float [(even if|even when|even for) (both operand is int|operand is int|result is whole|it divide evenly|int operand|two int|int)]
#: (true division|/ division|division|single slash|division with /|dividing two int|dividing int|dividing two int with /) <returns> float [(even if|even when) (both operand is int|result is whole|it divide evenly)]
#: 7/2 is float
#! / <returns> int [(if|for|when) (both operand is int|two int|int operand)]
#! (division|dividing) of two int <returns> int
so = isinstance(4 / 2, float)

#: // <returns> int [(if|when|for) (both operand is int|int operand|int|two int)]
#: (floor division|integer division) <returns> int
#: (floor division|integer division|//) (of|with|between) float <returns> float
#: // with float <returns> float
so = isinstance(7 // 2, int) and isinstance(7.0 // 2, float)

#: (%|modulo|modulo operator|remainder|result of %|result of modulo) (take|takes|has|have|follow|follows|carry) [the] sign of [the] (divisor|right operand|second operand)
#: % (take|has|follow) sign of divisor
#! (%|modulo|modulo operator|remainder|result of %|result of modulo) (take|has|follow) [the] sign of [the] (dividend|left operand|first operand)
so = -7 % 3 == 2 and 7 % -3 == -2

#: there is no (maximum|largest|upper limit|limit) [size] (for|to|on) [the] [size of] int
#: int does not has (maximum|maximum size|fixed size|upper limit|upper bound|limit|size limit|maximum value)
#: int can (be|grow) [as] (large|arbitrarily large|arbitrarily big) [as memory (allow|permit)]
#: int (has|is of|support) (arbitrary|unlimited|unbounded) (precision|length|size)
#: int is (arbitrary precision|arbitrary-precision|unbounded|of unlimited precision|of unlimited size)
#: int is limited (by memory|by available memory)
#! int is (32 bit|64 bit|32-bit|64-bit) [(wide|number)]
#! int (has|have) maximum (size|value)
so = 2 ** 5000 + 1 - 2 ** 5000 == 1

#: float is (64-bit|64 bit|double precision|double-precision|ieee 754 double|double|ieee 754 double precision|ieee-754 double|binary64) [(number|value|floating point number)]
#: float (use|is implemented as|is stored as|correspond to|has) (double precision|c double|ieee 754 double|double|64 bit|double-precision number|ieee 754)
#: float (has|have) (about|roughly|around) (15|15-17|16|17) [significant] (decimal digit|digit of precision|digit|significant digit)
import sys
so = sys.float_info.mant_dig == 53 and sys.float_info.max_exp == 1024

#: float can not represent (0.1|0.1 exactly|most decimal fraction exactly|decimal fraction exactly|1/10 exactly|all decimal exactly|every decimal exactly)
#: (0.1|0.1 can not) (has no exact|can not be represented|can not be stored|is not exactly representable|is not representable|does not has exact) [(exactly|binary representation|representation|as binary fraction|in binary|as float|as binary)] [(in binary|as float|in binary floating point)]
#: float is (stored|represented) in binary
#: float (has|suffer from) (rounding error|precision error|rounding issue)
#: decimal(0.1) is not equal to decimal("0.1")
import decimal
so = decimal.Decimal(0.1) != decimal.Decimal("0.1")

#: decimal (is|can represent|represent) [(decimal|0.1|decimal fraction)] exact [decimal arithmetic]
#: decimal (does not has|avoid|avoids) [binary] [(float|floating-point|floating point)] rounding error
#: decimal <represent> (0.1|decimal fraction|decimal number) exactly
#: decimal("0.1")+decimal("0.2") is exactly decimal("0.3")
from decimal import Decimal
so = Decimal("0.1") + Decimal("0.2") == Decimal("0.3")

#: you can not mix decimal and float [in arithmetic]
#: (mixing|adding|combining) decimal (and|with) float [in arithmetic] <raises> typeerror
#: (decimal + float|decimal and float) <raises> typeerror
from decimal import Decimal
so = raises(TypeError, lambda: Decimal(1) + 1.5)

#: decimal [default] precision is 28 [(digit|place|significant digit)] [by default]
#: default precision (of|for) decimal is 28 [(digit|place|significant digit)]
#: decimal (has|use|uses) [default] precision of 28 [(digit|place|significant digit)] [by default]
import decimal
so = decimal.DefaultContext.prec == 28

#: fraction (is|stay|keep) (exact|reduced to lowest term|automatically reduced|reduced automatically|in lowest term)
#: fraction (reduce|simplify|normalize) (itself|to lowest term)
from fractions import Fraction
so = Fraction(2, 4).denominator == 2 and Fraction(1, 3) * 3 == 1

#: int truncate [float] (toward|towards|to) zero
#: int (truncate|cut off|drop|discard) (decimal part|fractional part|fraction|the decimal)
#: (converting|casting) float to int (truncate|drop the fractional part|truncate toward zero|discard the fractional part) [(toward|towards) zero]
#: int(-3.7) is -3
#! int round (to nearest int|up)
so = int(3.9) == 3 and int(-3.9) == -3

#: math.floor round (down|toward negative infinity|towards negative infinity)
#: math.ceil round up
import math
so = math.floor(-1.5) == -2 and math.ceil(1.2) == 2

#: math.isclose (compare|compares) float with tolerance
#: math.isclose (use|has) [default] relative tolerance of (1e-09|1e-9) [by default]
import math
so = math.isclose(0.1 + 0.2, 0.3) and not math.isclose(1, 1.0001)

#: math.sqrt [always] <returns> float
#: math.sqrt of negative number <raises> valueerror
#: math.sqrt <raises> valueerror for negative (number|argument|input|value)
import math
so = isinstance(math.sqrt(4), float) and raises(ValueError, math.sqrt, -1)

#: math.fsum (avoid|reduce|track) (rounding error|loss of precision|precision loss|intermediate rounding error)
#: math.fsum is more accurate than sum
import math
so = math.fsum([0.1] * 10) == 1.0

#: bool is [a] (int|number) [subclass]
#: true (has|is) [(the)] (value|int value|integer value) 1
#: (true and false|true|booleans|bool) (behave|act|work) like int [1 and 0]
#: true + true is 2
#: true and false is [just] (1 and 0|int)
so = True + True == 2 and isinstance(True, int)

#: true == 1 is true
#: true is 1 in arithmetic
so = True == 1 and True + 0 == 1

#: (nan|float("nan")) is never equal to itself
#: (nan|float("nan")) is not equal to (itself|anything|any number)
#: (comparing|comparison) (nan|with nan) [with anything] is false
#: nan (compare|compares) unequal to (itself|everything)
#: nan is only value that is not equal to itself
nan = float("nan")
so = nan != nan and not nan < 1 and not nan > 1

#: nan can (be found in list by in|be in list)
#: nan in `[nan]` is true
#: in (check|checks|test|compare) identity [first] before equality
#: list containment (check|use) identity before equality
nan = float("nan")
so = nan in [nan] and float("nan") not in [nan]

#: ** is right-associative
#: ** (associate|associates|group|groups|bind) (to the right|from right to left|right to left|to right)
#: (exponentiation|power) is right-associative
#! ** is left-associative
so = 2 ** 3 ** 2 == 512

#: ** bind tighter than unary minus
#: ** (has|have) higher precedence than (unary minus|unary -|-)
#: unary minus (has|have) lower precedence than **
#: -2**2 is -4
so = -2 ** 2 == -4

#: not (has|have) lower precedence than (comparison|comparison operator|==)
#: and (has|have|bind) [(higher|tighter)] [(precedence)] than or
#: and bind (tighter|more tightly) than or
#! or (has|have) higher precedence than and
so = (True or False and False) is True and (not 1 == 2) is True

#: underscore (can|may) be used in (number|numeric literal|int literal) [(as visual separator|for readability)]
#: numeric literal (can|may) contain underscore
so = eval("1_000") == 1000

#: leading zero (is|are) (not allowed|illegal|forbidden|syntaxerror) [in (int|decimal int|integer literal|int literal)]
#: int literal can not (start with|has leading) (zero|0)
so = not compiles("x = 012")

#: pow with three argument (compute|is) (modular exponentiation|power modulo)
#: pow(2,10,1000) is 24
#: pow (accept|take) [optional] third (argument|modulus)
so = pow(2, 10, 1000) == 24

#: divmod <returns> (quotient and remainder|tuple of quotient and remainder|both quotient and remainder|pair of quotient and remainder|tuple containing quotient and remainder)
so = divmod(7, 3) == (2, 1)

#: sum of empty (list|iterable|sequence) is (0|zero)
#: `sum([])` is 0
#: sum <returns> (0|zero) for empty (list|iterable|sequence)
#! sum of empty list <raises> (typeerror|valueerror)
so = sum([]) == 0

#: sum can not (add|concatenate|join|sum) str
#: sum (does not work|raise typeerror|fail) (with|for|on) str
so = raises(TypeError, sum, ["a", "b"]) and raises(TypeError, sum, ["a"], "")

#: (max|min|max and min) of empty (list|sequence|iterable) <raises> valueerror
#: (max|min|max and min) <raises> valueerror (for|on|if|when) [the] (empty list|empty iterable|empty sequence|iterable is empty|sequence is empty)
#: (max|min) <accepts> default (argument|for empty iterable)
so = raises(ValueError, max, []) and raises(ValueError, min, []) and max([], default=0) == 0

#: any of empty (list|iterable|sequence) is false
#: `any([])` is false
#: all of empty (list|iterable|sequence) is true
#: `all([])` is true
#: (all|all and any|any and all|any|any and all function) (short-circuit|stop at first (decisive|false|true) (element|value)|stop early)
#! all of empty (list|iterable) is false
#! any of empty (list|iterable) is true
so = all([]) is True and any([]) is False

#: (int("3.7")|int("3.5")|int("3.14")|converting "3.7" to int|int of "3.5") <raises> valueerror
#: int can not (parse|convert) (float str|str with decimal point|decimal str|"3.5"|"3.14")
so = raises(ValueError, int, "3.7")

#: complex number can not be (ordered|compared with <|sorted)
#: (comparing|ordering) [a] complex [number] with < <raises> typeerror
#: complex does not support (ordering|<)
#: (ordering|comparing) complex number <raises> typeerror
#: complex number does not (support ordering|support <|has order)
so = raises(TypeError, lambda: 1j < 2j)

#: (comparing|ordering|sorting|mixing) (int and str|str and int|different type|incompatible type|mixed type|unrelated type) [with <] <raises> typeerror
#: [you can not] (compare|order|sort) (int and str|str and int|mixed type) [with <]
#: int and str can not be (compared|ordered) [(with|using) <]
#: sorting [a] list of mixed type <raises> typeerror
#: (list with mixed type|mixed-type list) can not be sorted
so = raises(TypeError, lambda: 1 < "a") and raises(TypeError, sorted, [1, "a"])

#: (comparing|comparison) 1 == "1" is false
#: int is never equal to str
#: == between (different|unrelated) type <returns> false
so = (1 == "1") is False

#: hash(1) == hash(1.0)
#: (equal object|object that compare equal) [must] (has|have) [the] same hash [value]
#: 1 and 1.0 (has|have) same hash
#: 1, 1.0 and true (has same hash|is same key|is same dict key)
so = hash(1) == hash(1.0) == hash(True) and len({1, 1.0, True}) == 1

#: (math.pi|pi) is float
import math
so = isinstance(math.pi, float)

#: random.random <returns> float (in|from|between|in range) (0.0 to 1.0|0 and 1|0.0 and 1.0|`[0.0, 1.0)`|0 to 1)
import random
so = all(0 <= random.random() < 1 for _ in range(1000))

#: random.randint (include|includes) both (end|endpoint|bound)
#: both (end|endpoint|bound) of random.randint is (included|inclusive)
#: random.randint is inclusive [(at both end|of both endpoint|on both end)]
#! random.randint exclude (upper bound|end|upper end)
import random
so = {random.randint(1, 3) for _ in range(500)} == {1, 2, 3}

#: random.randrange exclude (upper bound|end|stop|endpoint)
import random
so = {random.randrange(1, 3) for _ in range(500)} == {1, 2}

#: random.shuffle (shuffle|work|works) in place [and <returns> none]
#: random.shuffle <returns> none
#! random.shuffle <returns> [new] [shuffled] list
import random
given = list(range(50))
so = random.shuffle(given) is None and sorted(given) == list(range(50))

#: random.choice <raises> indexerror (for|on|if|when) (empty sequence|empty list|sequence is empty|list is empty)
import random
so = raises(IndexError, random.choice, [])

#: random.sample (pick|choose|select|draw) without replacement
#: random.choices (pick|choose|select|draw) with replacement
import random
so = sorted(random.sample(range(9), 9)) == list(range(9)) and len(random.choices([1, 2], k=9)) == 9

#: statistics.mean of empty (list|data) <raises> statisticserror
#: statistics.mean <raises> statisticserror (for|on|if) (empty data|empty list|data is empty)
import statistics
so = raises(statistics.StatisticsError, statistics.mean, [])

#: float (division|division by zero) <raises> zerodivisionerror
#: (dividing|division) [a] float by zero [also] <raises> zerodivisionerror
#! (1.0/0|1/0) is inf
so = raises(ZeroDivisionError, lambda: 1.0 / 0)

#: bin <returns> str [(starting with|with prefix|prefixed with|with) "0b"]
#: (bin|hex|oct|bin, hex and oct) <returns> str
so = (bin(5), hex(255), oct(8)) == ("0b101", "0xff", "0o10")

#: int (accept|take|takes) [an] [optional] base [(as second argument|argument)]
#: int("ff",16) is 255
so = int("ff", 16) == 255
