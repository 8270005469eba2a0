//! Kleene's three values.

/// False, unknown or true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Truth {
    False,
    Unknown,
    True,
}

impl Truth {
    pub(crate) fn known(value: Option<bool>) -> Truth {
        value.map_or(Truth::Unknown, Truth::from)
    }

    pub(crate) fn and(self, other: Truth) -> Truth {
        self.min(other)
    }

    pub(crate) fn or(self, other: Truth) -> Truth {
        self.max(other)
    }

    pub(crate) fn not(self) -> Truth {
        match self {
            Truth::False => Truth::True,
            Truth::Unknown => Truth::Unknown,
            Truth::True => Truth::False,
        }
    }

    /// The same truth, or its opposite.
    pub(crate) fn negated_if(self, negated: bool) -> Truth {
        if negated { self.not() } else { self }
    }

    /// What is false settles it: nothing behind it is asked.
    pub(crate) fn all(truths: impl IntoIterator<Item = Truth>) -> Truth {
        Truth::any(truths.into_iter().map(Truth::not)).not()
    }

    /// What is true settles it: nothing behind it is asked.
    pub(crate) fn any(truths: impl IntoIterator<Item = Truth>) -> Truth {
        let mut any = Truth::False;
        for truth in truths {
            if truth == Truth::True {
                return truth;
            }
            any = any.or(truth);
        }
        any
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Truth {
        if value { Truth::True } else { Truth::False }
    }
}
