//! Days at the ends of months and years, and instants around one deadline.

use super::draw::Draw;

const DAYS: [&str; 14] = [
    "2013-12-31",
    "2014-01-01",
    "2014-01-31",
    "2014-02-28",
    "2014-06-30",
    "2014-07-01",
    "2014-08-31",
    "2014-10-31",
    "2014-12-31",
    "2015-01-31",
    "2015-02-27",
    "2015-06-30",
    "2016-02-28",
    "2016-02-29",
];

/// From the earliest to the latest.
const INSTANTS: [&str; 7] = [
    "2014-06-30T10:00-00:00",
    "2014-07-01T00:00Z",
    "2014-10-30T23:59:59.5+14:00",
    "2014-10-31T16:00+01:00",
    "2014-10-31T15:00:00.000001Z",
    "2014-10-31T12:00-12:00",
    "2014-11-01T10:00+00:00",
];

pub fn day(draw: &mut Draw) -> &'static str {
    draw.pick(&DAYS)
}

/// A day or an instant, as a proposal is submitted.
pub fn moment(draw: &mut Draw) -> &'static str {
    if draw.chance(50) { draw.pick(&DAYS) } else { draw.pick(&INSTANTS) }
}

/// Two of a kind of which the second is not earlier.
pub fn moments_in_order(draw: &mut Draw, instants: bool) -> (&'static str, &'static str) {
    let moments: &[&str] = if instants { &INSTANTS } else { &DAYS };
    let mut places = [draw.below(moments.len()), draw.below(moments.len())];
    places.sort_unstable();
    (moments[places[0]], moments[places[1]])
}
