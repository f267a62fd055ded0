//! Parts of a message, as they go into its answer.

use super::super::write::Xml;
use crate::ens::Schema;
use crate::xml::{NONE, Tree};
use tidewaiter_model::provenance::ByteSpan;

/// The message that is answered.
pub(crate) struct Copied<'t> {
    pub(crate) tree: &'t Tree<'t>,
    pub(crate) schema: &'static Schema,
    pub(crate) elements: &'t [u16],
}

impl<'t> Copied<'t> {
    fn child(&self, of: u32, name: &str) -> Option<u32> {
        let found = self.tree.children(of).find(|(_, node)| node.name == name);
        found.map(|(number, _)| number)
    }

    fn find(&self, path: &[&str]) -> Option<u32> {
        path.iter().try_fold(0, |of, name| self.child(of, name))
    }

    /// The text of the first leaf at a path, without the blanks around it; `None` when it is absent or empty.
    pub(crate) fn text(&self, path: &[&str]) -> Option<&'t str> {
        let tree: &'t Tree<'t> = self.tree;
        let text = tree.get(self.find(path)?)?.text.trim();
        (!text.is_empty()).then_some(text)
    }

    /// The text of the leaf whose start tag or text begins here.
    pub(crate) fn at(&self, span: ByteSpan) -> Option<&'t str> {
        let tree: &'t Tree<'t> = self.tree;
        let behind = tree.nodes.partition_point(|node| node.start <= span.start);
        let node = tree.nodes.get(behind.checked_sub(1)?)?;
        (node.first == NONE && span.start >= node.start_tag_end).then(|| node.text.trim())
    }

    /// Leaves of a group, by their names, where they are there and of their type.
    pub(crate) fn leaves(&self, xml: &mut Xml, group: &[&str], names: &[&str]) {
        if let Some(group) = self.find(group) {
            self.leaves_of(xml, group, names);
        }
    }

    fn leaves_of(&self, xml: &mut Xml, group: u32, names: &[&str]) {
        for name in names {
            let Some(number) = self.child(group, name) else { continue };
            let element = self.elements.get(number as usize).and_then(|element| self.schema.get(*element));
            let Some(node) = self.tree.get(number) else { continue };
            let right =
                element.and_then(|element| element.leaf).is_some_and(|kind| kind.fault(&node.text).is_none());
            if right {
                xml.leaf(name, node.text.trim());
            }
        }
    }

    /// A leaf under another name.
    pub(crate) fn leaf_as(&self, xml: &mut Xml, path: &[&str], name: &str) {
        xml.optional(name, self.text(path));
    }

    /// Groups of the root with all their leaves.
    pub(crate) fn groups(&self, xml: &mut Xml, names: &[&str]) {
        for name in names {
            if let Some(number) = self.child(0, name) {
                self.group(xml, number);
            }
        }
    }

    fn group(&self, xml: &mut Xml, number: u32) {
        let Some(node) = self.tree.get(number) else { return };
        let names: Vec<&str> = self.tree.children(number).map(|(_, leaf)| leaf.name).collect();
        xml.group(node.name, |xml| self.leaves_of(xml, number, &names));
    }

    /// The office of first entry alone, without the time of arrival.
    pub(crate) fn office(&self, xml: &mut Xml) {
        if self.find(&["CUSOFFFENT730"]).is_some() {
            xml.group("CUSOFFFENT730", |xml| self.leaves(xml, &["CUSOFFFENT730"], &["RefNumCUSOFFFENT731"]));
        }
    }

    /// The carrier at entry, who is named in answers only by TIN.
    pub(crate) fn carrier(&self, xml: &mut Xml) {
        if self.text(&["TRACARENT601", "TINTRACARENT602"]).is_some() {
            self.groups(xml, &["TRACARENT601"]);
        }
    }

    /// Goods items by number, all when none is given: reference, documents, containers, means of transport.
    pub(crate) fn items(&self, xml: &mut Xml, wanted: &[u32]) {
        for (number, node) in self.tree.children(0).filter(|(_, node)| node.name == "GOOITEGDS") {
            let item = self.child(number, "IteNumGDS7").and_then(|number| self.tree.get(number));
            let item: Option<u32> = item.and_then(|leaf| leaf.text.trim().parse().ok());
            if !wanted.is_empty() && !item.is_some_and(|item| wanted.contains(&item)) {
                continue;
            }
            xml.group(node.name, |xml| {
                self.leaves_of(xml, number, &["IteNumGDS7", "ComRefNumGIM1"]);
                for name in ["PRODOCDC2", "CONNR2", "IDEMEATRAGI970"] {
                    let groups = self.tree.children(number).filter(|(_, group)| group.name == name);
                    groups.for_each(|(group, _)| self.group(xml, group));
                }
            });
        }
    }
}
