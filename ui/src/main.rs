//! The window: shell, pages and components, over the commands of the contract. No rules of the product live here.

mod backend;
mod case_types;
mod components;
mod drafts;
mod i18n;
mod keys;
mod look;
mod pages;
mod root;
mod route;
mod shell;
mod state;

fn main() {
    yew::Renderer::<root::Root>::new().render();
}
