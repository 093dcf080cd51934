// Starts the window. A file of its own, so that the policy can forbid inline scripts.
import init from './praesto-ui.js';

init({ module_or_path: './praesto-ui_bg.wasm' });
