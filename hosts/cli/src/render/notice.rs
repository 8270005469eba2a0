//! What the applicant should know.

use callcheck::report::{Notice, NoticeStatus, grouped};

use super::page::{Line, Page};
use super::source;
use super::style::{NOTICE, QUIET, STRONG};

/// Adds a notice with its amount and source.
pub fn put(page: &mut Page, notice: &Notice) {
    let word = match notice.status {
        NoticeStatus::Applies => "",
        NoticeStatus::Open => "may apply: ",
    };
    let title = Line::styled(NOTICE, "+ ").then(NOTICE, word).then(STRONG, &notice.title);
    page.put_hanging(0, 2, title.then(QUIET, &format!(" [{}]", notice.id)));
    if let Some(amount) = &notice.amount {
        let currency = notice.currency.map(|currency| format!("{currency} ")).unwrap_or_default();
        page.row("amount", Line::new(&format!("{currency}{}", grouped(&amount.to_string()))));
    }
    source::put(page, &notice.source);
}
