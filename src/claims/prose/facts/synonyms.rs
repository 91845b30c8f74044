//! Words that say the same, under a name by which the patterns call them: `<raises>`.

/// Each name with what stands for it, as alternatives of a pattern.
const SYNONYMS: [(&str, &str); 22] = [
    (
        "missing",
        "not found|is not found|is missing|missing|it is missing|it is not found|it can not be found|it is absent|there is no match|nothing match|\
         nothing is found|no match is found|key (is missing|is not found|does not exist|is absent|is not present|is not there|is not in dict)|\
         (substring|element|item|value|attribute|name|character) (is missing|is not found|does not exist|is absent|is not present|is not there|is not in list|can not be found|is not in str|is not in set)|\
         it does not exist|it is not present|it is not there|it is not in list|not present|absent|\
         (missing|absent|unknown|nonexistent|non-existent) (key|element|item|value|substring|attribute|name|member)",
    ),
    ("count", "count|return number of|give number of"),
    ("represent", "represent|can represent|store|hold"),
    ("allowed", "allowed|possible|legal|valid|permitted|ok|okay|supported"),
    (
        "forbidden",
        "not allowed|illegal|forbidden|invalid|syntaxerror|invalid syntax|not possible|prohibited|not permitted|not supported|not valid|error|syntax error",
    ),
    ("exhausted", "exhausted|consumed|used up|empty|finished|depleted|done"),
    ("several", "several|multiple|many|more than one|two"),
    ("shared", "shared by|shared between|shared among|shared across|common to|the same for"),
    (
        "raises",
        "raise|throw|trigger|cause|give|give you|get|produce|result in|end in|end with|lead to|fail with|crash with|is|yield|hit|you get|meet with",
    ),
    ("error", "error|exception|typeerror|attributeerror|valueerror|keyerror|indexerror|runtimeerror"),
    ("returns", "return|give|give back|give you|hand back|produce|yield|evaluate to|result in|come back as|deliver"),
    ("keeps", "keep|preserve|maintain|retain|remember|guarantee|respect|honor|honour"),
    ("makes", "make|create|build|return|produce|give|give you|construct|yield|generate"),
    ("runs", "run|execute|is run|is executed|is called|get called|get executed|is invoked|is evaluated|fire"),
    ("removes", "remove|discard|drop|eliminate|delete|strip|filter out|throw away"),
    ("changes", "change|modify|mutate|alter|update|affect|touch|edit"),
    ("compares", "compare|check|test|look at|ask for|examine"),
    ("cannot", "can not|could not|must not|may not|is not allowed to|is unable to"),
    ("accepts", "accept|take|allow|work with|work on|work for|support|handle"),
    ("stops", "stop|end|finish|truncate|terminate|halt"),
    ("called", "called|invoked|run|executed|triggered"),
    ("if", "if|when|whenever|once|in case|as soon as|because|for|on|where|should"),
];

/// A pattern with the names of synonyms replaced by what stands for them.
pub fn spelt_out(pattern: &str) -> String {
    let mut text = pattern.to_owned();
    for (name, words) in SYNONYMS {
        let sign = format!("<{name}>");
        if text.contains(&sign) {
            text = text.replace(&sign, &format!("({words})"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_synonyms_are_spelt_out() {
        assert_eq!(spelt_out("it <stops> here"), "it (stop|end|finish|truncate|terminate|halt) here");
        assert_eq!(spelt_out("a < b"), "a < b");
    }
}
