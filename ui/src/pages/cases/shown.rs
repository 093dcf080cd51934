//! What came of a page of a file that was asked for, on the screen and on paper alike.

use praesto_contract::{ApiError, Command, ErrorCode, PictureView, PreviewShown, PreviewView};
use yew::prelude::AttrValue;

use crate::{backend, i18n::Tr};

/// How often it is asked again where something older ended what is wanted still.
pub(super) const AGAIN: u32 = 3;
/// Why a file is not shown that somebody wants to see no more.
const STOPPED: &str = "stopped";

/// A page, with its picture as the window takes it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shown {
    /// Which file of a mail it is; what is done with it is done with this one, wherever one is on the way to.
    pub(super) part: Vec<u32>,
    pub(super) view: PreviewView,
    pub(super) picture: Option<AttrValue>,
}

impl Shown {
    pub(super) fn of(part: Vec<u32>, mut view: PreviewView) -> Self {
        // Held once: there may be a hundred of them.
        let picture = match &mut view.shown {
            PreviewShown::Page { picture, .. } | PreviewShown::Picture { picture, .. } => Some(std::mem::take(&mut picture.png)),
            _ => None,
        };
        let picture = picture.map(|png| AttrValue::from(format!("data:image/png;base64,{png}")));
        Self { part, view, picture }
    }

    /// How its picture was drawn.
    pub(super) fn drawn(&self) -> Option<&PictureView> {
        match &self.view.shown {
            PreviewShown::Page { picture, .. } | PreviewShown::Picture { picture, .. } => Some(picture),
            _ => None,
        }
    }

    /// Which page of how many it is.
    pub(super) fn page_of(&self, tr: &Tr) -> String {
        let (page, pages) = (self.view.page, self.view.pages);
        match self.view.title.as_str() {
            "" => tr.f("preview-page", &[("page", page.into()), ("pages", pages.into())]),
            title => tr.f("preview-sheet", &[("page", page.into()), ("pages", pages.into()), ("title", title.into())]),
        }
    }
}

/// Whether something that came later ended what was asked for.
pub(super) fn was_stopped<T>(answer: &Result<T, ApiError>) -> bool {
    let stopped = |error: &ApiError| error.code == ErrorCode::CannotShow && error.args.get("reason").is_some_and(|why| why == STOPPED);
    answer.as_ref().is_err_and(stopped)
}

/// Asks, and asks again where something older that came late ended what is wanted still.
pub(super) async fn insist<C: Command + Clone>(request: C, wanted: impl Fn() -> bool) -> Result<C::Output, ApiError> {
    let mut answer = backend::call(request.clone()).await;
    for _ in 0..AGAIN {
        if !wanted() || !was_stopped(&answer) {
            break;
        }
        answer = backend::call(request.clone()).await;
    }
    answer
}
