"""Facts about when things came to Python: only what this Python can try."""

#: {feature} (was|is|were) [(first)] (added|introduced|new|available|released) (in|since|from|as of|starting with) {version} [and later]
#: {feature} (came|arrived|appeared|debuted|landed) (in|with) {version}
#: {feature} (require|need) {version} [(or later|or newer|and later|or above|or higher|+)]
#: {feature} (exist|is available|is supported|work) [only] (since|from|in|as of|starting with) {version} [(onward|onwards|on)]
#: {version} (added|introduced|brought|add|introduce|bring|introduced support for) {feature}
#: (since|as of|starting with|from) {version} [,] (you can use|there is|has) {feature}
#: {feature} since {version}
import sys
now = tuple(sys.version_info[:2])
if since < (3, 10) and now >= since:
    raise LookupError("all that are looked at have it")
so = there == (now >= since)
