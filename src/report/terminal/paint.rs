//! The colours. Owns which meaning has which look.

use annotate_snippets::Renderer;
use annotate_snippets::renderer::DecorStyle;
use anstyle::{AnsiColor, Style};

/// Puts colour on text, or leaves it alone.
#[derive(Debug)]
pub(crate) struct Paint {
    colour: bool,
}

impl Paint {
    pub(crate) fn new(colour: bool) -> Self {
        Self { colour }
    }

    /// What draws documents' lines.
    pub(super) fn renderer(&self) -> Renderer {
        let renderer = if self.colour { Renderer::styled() } else { Renderer::plain() };
        renderer.hyperlink(false).decor_style(DecorStyle::Unicode).term_width(120)
    }

    pub(crate) fn error(&self, text: &str) -> String {
        self.with(AnsiColor::BrightRed.on_default().bold(), text)
    }

    pub(crate) fn warning(&self, text: &str) -> String {
        self.with(AnsiColor::Yellow.on_default().bold(), text)
    }

    pub(super) fn good(&self, text: &str) -> String {
        self.with(AnsiColor::Green.on_default(), text)
    }

    pub(super) fn removed(&self, text: &str) -> String {
        self.with(AnsiColor::Red.on_default(), text)
    }

    pub(crate) fn strong(&self, text: &str) -> String {
        self.with(Style::new().bold(), text)
    }

    pub(crate) fn faint(&self, text: &str) -> String {
        self.with(Style::new().dimmed(), text)
    }

    fn with(&self, style: Style, text: &str) -> String {
        if self.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }
}
