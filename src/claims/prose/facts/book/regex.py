"""Facts about regular expressions."""

#: (re.match|.match|pattern.match) (only match|only matches|match|matches|match only|look|check|anchor) [(only)] [(for match)] [(at|pattern)] [(at|to)] [the] (beginning|start) of [the] str
#: (re.search|.search) (scan|search|look|find|match|scans|look for match) [(for match|match|pattern)] [(through|anywhere|whole)] [(in|anywhere in)] [(whole|entire)] str
#: (re.fullmatch|.fullmatch) (require|match only if|match|only match|need) [(the|whole|if)] [(whole|entire|str)] [(str|to match)]
#! (re.match|.match) (search|scan|look|match) anywhere in [the] str
#! (re.match|.match) (search|scan) [(through)] (whole|entire) str
import re
so = re.match("b", "ab") is None and re.search("b", "ab") is not None and re.fullmatch("a", "ab") is None

#: (re.match|re.search|re.fullmatch|re.match and re.search|.match|.search) <returns> (match object or none|none) [<if> [(there is no match|nothing match|pattern does not match|no match|match fail|it fail|no match is found|str does not match|nothing is found)]]
#: (re.match|re.search|re.fullmatch) <returns> match object [(or none|if it succeed|on success)]
#! (re.match|re.search) <raises> (valueerror|error|exception) <if> (there is no match|nothing match|pattern does not match)
#! (re.match|re.search) <returns> (str|bool|true|matched str|matched text)
#: (re.match|re.search) return none (if|when) (there is no match|nothing matches|nothing match|pattern does not match|no match is found)
import re
so = re.match("b", "a") is None and re.search("b", "a") is None

#: re.sub (replace|replaces|substitute) [(all|every)] (occurrence|match|non-overlapping match|non-overlapping occurrence) [by default]
#: re.sub (accept|accepts|take|allow) [a] (function|callable) (as replacement|for replacement)
#! re.sub (replace|replaces) only first (occurrence|match) [by default]
import re
so = re.sub("a", "b", "aaa") == "bbb" and re.sub("a", lambda one: "c", "a") == "c"

#: re.findall <returns> list of [(all)] (str|match|matching str|non-overlapping match|matched str) [not match object]
#: re.findall <returns> [(list of|list)] (tuple|group|list of tuple) (if|when) [(there is|pattern has|the pattern has|pattern contain)] [(more than one|several|multiple|two or more|capturing)] (group|capturing group|capture group)
#: re.findall <returns> [(just|only|list of)] group (if|when) pattern (has|contain) [(one|a|capturing)] [(capturing)] group
#: re.finditer <returns> iterator [(of|over|yielding)] [match object]
import re
so = re.findall("a.", "abac") == ["ab", "ac"] and re.findall("(a)(.)", "abac") == [("a", "b"), ("a", "c")]

#: (*|quantifier|+|* and +|.*|regular expression quantifier|quantifiers) (is|are) greedy [by default]
#: (`*?`|adding ?|? after quantifier|`.*?`|`+?`) (make|makes|is|turn) [(it|quantifier)] [(into)] (non-greedy|lazy)
import re
so = re.match("<.*>", "<a><b>").group() == "<a><b>" and re.match("<.*?>", "<a><b>").group() == "<a>"

#: (`.`|dot|the dot) (match|matches) (any|every) character (except|but) newline [by default]
#: (`.`|dot|the dot) does not match [a] newline [(by default|without re.dotall|unless re.dotall is (given|set|used))]
#: re.dotall (make|let|cause) (`.`|dot) [(also)] match [also] newline
#! (`.`|dot) match newline by default
import re
so = re.match(".", "\n") is None and re.match(".", "\n", re.DOTALL) is not None

#: (`^`|^|^ and $) (match|matches) [(only)] [at] [(beginning|start)] [(of)] [(str|each line|line)] [(with|in|unless|if)] [(re.multiline|multiline mode)]
#: re.multiline (make|let|cause) (`^`|^ and $|^) match [at] [(beginning|start)] [(of)] [(each|every)] line
#: (`$`|dollar) [(also)] match [(just)] before [(a)] trailing newline
import re
so = re.findall("^.", "a\nb", re.MULTILINE) == ["a", "b"] and re.findall("^.", "a\nb") == ["a"] and bool(re.search("a$", "a\n"))

#: (`.group(0)`|group(0)|.group()|.group|match.group(0)|m.group(0)|`m.group(0)`) <returns> [the] (whole|entire|full) match
#: (group 0|group zero) is [the] (whole|entire|full) match
#: (.groups|groups()|match.groups) <returns> tuple (of|with|containing) [all] [(captured|the)] (group|subgroup)
import re
one = re.match("(a)(b)", "ab")
so = one.group(0) == one.group() == "ab" and one.groups() == ("a", "b")

#: (unmatched|optional|non-participating) group (is|<returns>|has value|are) none
#: group that did not (participate|match) is none
import re
so = re.match("(a)|(b)", "a").groups() == ("a", None)

#: (invalid|malformed|bad) (pattern|regular expression|regex) <raises> (re.error|error|re.patternerror)
#: re.compile <raises> re.error (for|on|if) (invalid pattern|bad pattern|pattern is invalid|malformed pattern)
import re
so = raises(re.error, re.compile, "(")

#: re.split [with capturing group] (keep|include|return|<keeps>|also return) [(the)] (separator|delimiter|captured group|captured separator) [(in result|if|when)] [(pattern has group|captured|the)]
import re
so = re.split("(,)", "a,b") == ["a", ",", "b"]

#: re.escape (escape|escapes) [(all)] (special|regex|metacharacter|special regex) [character]
#: (re.compile|re module|compiled pattern) (cache|is|are) [(recently|most recent|compiled|cached)] [(used|pattern|by|compiled)] [(pattern|re module|automatically)]
import re
so = re.match(re.escape("a.b"), "a.b") is not None and re.match(re.escape("a.b"), "axb") is None and re.compile("abc") is re.compile("abc")
