//! Icons: 16 px grid, 1.5 px stroke, one path each. Decoration beside words, so hidden from screen readers.

use yew::prelude::*;

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ico {
    Tick,
    TickRound,
    Key,
    Person,
    TrayIn,
    TrayOut,
    Day,
    Folder,
    Computer,
    Search,
    CloudOff,
    Cloud,
    Lock,
    Plus,
    Minus,
    Octagon,
    Clock,
    Fork,
    HandOver,
    Clip,
    Exchange,
    Sort,
    Up,
    Down,
    Left,
    Right,
    Onward,
    Decide,
    Note,
    Pin,
    File,
    Picture,
    Back,
    Close,
    Triangle,
    Shield,
    Office,
    Info,
    SetAside,
    Settings,
    Copy,
    Rail,
    Pencil,
    Bin,
    Filter,
    Tag,
    Eye,
    Mail,
}

impl Ico {
    fn path(self) -> &'static str {
        match self {
            Self::Tick => "M3 8.5l3.5 3.5L13 4.5",
            Self::TickRound => "M2 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M5.3 8.2l2 2 3.5-4",
            Self::Key => "M2.3 11a2.7 2.7 0 1 0 5.4 0a2.7 2.7 0 1 0 -5.4 0M7 9l6-6M10.5 5.5l2 2M12 4l1.5 1.5",
            Self::Person => "M5.2 5.3a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0 -5.6 0M2.8 13.8c.5-3 2.5-4.3 5.2-4.3s4.7 1.3 5.2 4.3",
            Self::TrayIn => "M8 2.5V10M5 7l3 3 3-3M2.5 9.5v3.5h11V9.5",
            Self::TrayOut => "M8 10V2.5M5 5.5l3-3 3 3M2.5 9.5v3.5h11V9.5",
            Self::Day => {
                "M4 3h8a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1 -1.5 1.5h-8a1.5 1.5 0 0 1 -1.5 -1.5v-7.5a1.5 1.5 0 0 1 1.5 -1.5zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3M8 9v2"
            }
            Self::Folder => "M2 4.5V12a1.5 1.5 0 0 0 1.5 1.5h9A1.5 1.5 0 0 0 14 12V6a1.5 1.5 0 0 0-1.5-1.5H8L6.5 2.5h-3A1.5 1.5 0 0 0 2 4z",
            Self::Computer => "M3 3h10a1 1 0 0 1 1 1v6a1 1 0 0 1 -1 1h-10a1 1 0 0 1 -1 -1v-6a1 1 0 0 1 1 -1zM1 13.5h14",
            Self::Search => "M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0M10.5 10.5l3 3",
            Self::CloudOff => {
                "M4.5 12.5a3 3 0 0 1-.4-5.97A4 4 0 0 1 6 4.1M8 3.5a4 4 0 0 1 3.95 3.4A2.8 2.8 0 0 1 13.6 11M2 2l12 12M4.5 12.5h6.5"
            }
            Self::Cloud => "M4.5 12.5a3 3 0 0 1-.4-5.97 4 4 0 0 1 7.8.4 2.8 2.8 0 0 1-.4 5.57zM6.3 9.4l1.4 1.4 2.5-2.6",
            Self::Lock => {
                "M4.5 7h7a1.5 1.5 0 0 1 1.5 1.5v3.5a1.5 1.5 0 0 1 -1.5 1.5h-7a1.5 1.5 0 0 1 -1.5 -1.5v-3.5a1.5 1.5 0 0 1 1.5 -1.5zM5 7V5a3 3 0 0 1 6 0v2"
            }
            Self::Plus => "M8 3v10M3 8h10",
            Self::Minus => "M3 8h10",
            Self::Octagon => "M5.4 2h5.2L14 5.4v5.2L10.6 14H5.4L2 10.6V5.4zM6 6l4 4M10 6l-4 4",
            Self::Clock => "M2 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M8 4.5V8l2.5 1.5",
            Self::Fork => "M8 14V9.5M8 9.5C8 7 4 7 4 3.5M8 9.5C8 7 12 7 12 3.5M2.3 5.2 4 3.5l1.7 1.7M10.3 5.2 12 3.5l1.7 1.7",
            Self::HandOver => "M2 8h10M8.5 4.5 12 8l-3.5 3.5M14 3v10",
            Self::Clip => "M13 7.5l-5.2 5.2a3.2 3.2 0 0 1-4.5-4.5L8.8 2.7a2.1 2.1 0 0 1 3 3L6.5 11a1 1 0 0 1-1.5-1.5L9.7 5",
            Self::Exchange => "M5 13V3M2.5 5.5 5 3l2.5 2.5M11 3v10M8.5 10.5 11 13l2.5-2.5",
            Self::Sort => "M5 3v10M2.5 10.5 5 13l2.5-2.5M9.5 4h4.5M9.5 8h3M9.5 12h1.5",
            Self::Up => "M4 10l4-4 4 4",
            Self::Down => "M4 6l4 4 4-4",
            Self::Left => "M10 4l-4 4 4 4",
            Self::Right => "M6 4l4 4-4 4",
            Self::Onward => "M2.5 8h10.5M9 4l4 4-4 4",
            Self::Decide => "M7 3.5l4 4M4.5 6l4 4M5.2 5.3 8.8 1.7M9.2 9.3l3.6-3.6M6.5 8l-4.5 4.5M8.5 14h6",
            Self::Note => "M3 2.5h10v7.5l-3.5 3.5H3zM13 10H9.5v3.5M5.5 5.5h5M5.5 8h3",
            Self::Pin => "M6 2.5h4l-.5 4 2.5 2.5H4l2.5-2.5zM8 9v5",
            Self::File => "M4 1.8h5L12.5 5.3v9H4zM9 2v3.5h3.5",
            Self::Picture => {
                "M3.5 3h9a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1 -1.5 1.5h-9a1.5 1.5 0 0 1 -1.5 -1.5v-7a1.5 1.5 0 0 1 1.5 -1.5zM4.5 6.5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0M2.5 12l4-3.5 2.5 2 2-1.5 3 2.5"
            }
            Self::Back => "M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.5 3.5l-3 3 3 3",
            Self::Close => "M4 4l8 8M12 4l-8 8",
            Self::Triangle => "M8 2.3 14.2 13H1.8zM8 6.3v3.2M8 11.3v.01",
            Self::Shield => "M8 1.8 13 3.5v4c0 3.3-2 5.5-5 6.7-3-1.2-5-3.4-5-6.7v-4z",
            Self::Office => "M3 13.5V3.5L8 2v11.5M8 6l5 1.5v6M1.5 13.5h13M5.3 6v.01M5.3 8.5v.01M5.3 11v.01M10.5 9.5v.01M10.5 11.5v.01",
            Self::Info => "M2 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M8 7.3v3.7M8 5v.01",
            Self::SetAside => "M2.5 5 8 2l5.5 3v6L8 14l-5.5-3zM8 7v2.5M8 11.3v.01",
            Self::Settings => {
                "M2 4.5h6.5M11.5 4.5H14M2 11.5h2.5M7.5 11.5H14M8.5 4.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0M4.5 11.5a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0"
            }
            Self::Copy => {
                "M7 5.5h5a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1 -1.5 1.5h-5a1.5 1.5 0 0 1 -1.5 -1.5v-5a1.5 1.5 0 0 1 1.5 -1.5zM3.5 10.5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1"
            }
            Self::Rail => {
                "M3.5 3h9a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1 -1.5 1.5h-9a1.5 1.5 0 0 1 -1.5 -1.5v-7a1.5 1.5 0 0 1 1.5 -1.5zM10 3v10"
            }
            Self::Pencil => "M3 13l.7-3L11 2.7l2.3 2.3L6 12.3z",
            Self::Filter => "M2.5 3.5h11L9.5 8.5v4.5l-3-1.5V8.5z",
            Self::Tag => "M2.5 2.5h5.5l5.5 5.5-5.5 5.5-5.5-5.5zM5.5 5.5v.01",
            Self::Eye => {
                "M1.5 8c1.5-3 3.8-4.5 6.5-4.5s5 1.5 6.5 4.5c-1.5 3-3.8 4.5-6.5 4.5s-5-1.5-6.5-4.5zM6 8a2 2 0 1 0 4 0a2 2 0 1 0 -4 0"
            }
            Self::Mail => "M3 3.5h10a1 1 0 0 1 1 1v7a1 1 0 0 1 -1 1h-10a1 1 0 0 1 -1 -1v-7a1 1 0 0 1 1 -1zM2.3 4.8 8 9l5.7-4.2",
            Self::Bin => "M3 4.5h10M6 4.5V2.8h4v1.7M4.4 4.5l.6 9h6l.6-9M6.8 7v4M9.2 7v4",
        }
    }
}

/// An icon of 16 px.
pub(crate) fn icon(ico: Ico) -> Html {
    sized(ico, "16")
}

/// An icon of 14 px, for buttons and labels.
pub(crate) fn icon14(ico: Ico) -> Html {
    sized(ico, "14")
}

/// An icon of 12 px, inside small text.
pub(crate) fn icon12(ico: Ico) -> Html {
    sized(ico, "12")
}

fn sized(ico: Ico, size: &'static str) -> Html {
    html! {
        <svg class="px-icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={ico.path()} /></svg>
    }
}

/// The mark of the product.
pub(crate) fn mark() -> Html {
    html! {
        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M4 7.5 12 3.5l8 4v6c0 4-3.3 6-8 7.5-4.7-1.5-8-3.5-8-7.5zM8.3 12l2.7 2.7 4.8-5.2" />
        </svg>
    }
}
