//! Reading the tables of names and groups that the rules refer to.

use super::at::At;
use super::context::Context;
use super::words::{country_meant, did_you_mean, nearest};
use crate::rulebook::model::{Names, Vocabulary};
use crate::value::{Area, sort};

impl<'t> Context<'t> {
    pub(super) fn read_vocabulary(&mut self, root: &At<'t>) {
        let mut names = |key| self.read_names(root, key);
        let (types, labels, costs) = (names("types"), names("labels"), names("costs"));
        let (contributions, strands) = (names("contributions"), names("strands"));
        let questions = self.read_questions(root);
        self.vocabulary = Vocabulary { types, labels, costs, contributions, strands, questions };
    }

    fn read_names(&mut self, root: &At<'t>, key: &str) -> Names {
        let entries = self.table(root, key);
        self.read_titles(entries)
    }

    /// The entries as names, each with the title that it stands for.
    pub(super) fn read_titles(&mut self, entries: Vec<(String, At<'t>)>) -> Names {
        let mut names = Vec::with_capacity(entries.len());
        for (name, at) in entries {
            let title = self.plain_text(&at, "title").unwrap_or_default();
            names.push((name, title.to_owned()));
        }
        Names::new(names)
    }

    /// The entries of a table of the rulebook, each key a text that is not empty.
    pub(super) fn table(&mut self, root: &At<'t>, key: &str) -> Vec<(String, At<'t>)> {
        let Some(at) = root.get(key) else { return Vec::new() };
        self.entries(&at, &format!("table of {key}"))
    }

    pub(super) fn entries(&mut self, at: &At<'t>, what: &str) -> Vec<(String, At<'t>)> {
        self.object(at, what);
        let members = at.members().unwrap_or_default();
        for member in members.iter().filter(|member| member.key.is_empty()) {
            self.problems.at_key(at, member, "an empty key names nothing: write a text that is not empty");
        }
        members.iter().map(|member| (member.key.clone(), at.member(member))).collect()
    }

    pub(super) fn read_groups(&mut self, root: &At<'t>) {
        let mut groups = Vec::new();
        for (name, at) in self.table(root, "groups") {
            let areas = if at.members().is_some() { self.read_sourced_group(&at) } else { Some(at) };
            let areas = areas.map_or_else(Vec::new, |areas| self.read_areas(&areas));
            groups.push((name, areas));
        }
        sort(&mut groups, &|(a, _), (b, _)| a.cmp(b));
        // Known only now: a group takes no other, so none can be meant in one.
        self.groups = groups;
    }

    fn read_sourced_group(&mut self, at: &At<'t>) -> Option<At<'t>> {
        self.only(at, &["areas", "source"]);
        if let Some(source) = at.get("source") {
            self.read_citation(&source);
        }
        self.required(at, "areas", "a group")
    }

    fn read_areas(&mut self, at: &At<'t>) -> Vec<Area> {
        let Some(items) = self.filled_list(at, "areas") else { return Vec::new() };
        items.iter().filter_map(|item| self.read_area(item)).collect()
    }

    /// A country or a region.
    pub(super) fn read_area(&mut self, at: &At<'t>) -> Option<Area> {
        let area = at.text().and_then(Area::from_code);
        match &area {
            None => {
                let hint = self.area_meant(at);
                self.is_no(
                    at,
                    "country or region",
                    &format!("write a code of ISO 3166-1 (\"DE\"), ISO 3166-2 (\"DE-BB\") or NUTS (\"DE40\"){hint}"),
                );
            }
            Some(Area::Region(region)) => self.uses.regions.push((at.clone(), region.is_nuts)),
            Some(Area::Country(_)) => {}
        }
        area
    }

    /// A country by its name, or a group without its `@`.
    fn area_meant(&self, at: &At<'t>) -> String {
        let Some(written) = at.text().filter(|_| self.problems.are_few()) else { return String::new() };
        let groups: Vec<String> = self.groups.iter().map(|(name, _)| format!("@{name}")).collect();
        let groups: Vec<&str> = groups.iter().map(String::as_str).collect();
        did_you_mean(country_meant(written).or_else(|| nearest(&format!("@{written}"), &groups)))
    }
}
