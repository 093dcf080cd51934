// Starts the window, and says so when it has stopped. A file of its own, so that the policy can forbid inline scripts.
import init from './praesto-ui.js';

// Where the program on this page fails, the page looks as before and answers no longer. Only the browser's own parts still work.
const stopped = (error) => {
  const ours = error instanceof WebAssembly.RuntimeError || /wasm/.test(error?.stack);
  const dialog = document.querySelector('#stopped');
  if (!ours || !dialog || dialog.open) return;
  // Where it failed and what the engine says of it: names of functions, never what they worked on.
  dialog.dataset.at = error instanceof WebAssembly.RuntimeError ? `${error.message}\n${error.stack}` : error.stack;
  // Not at the place where it failed, lest it fail there again.
  dialog.addEventListener('close', () => location.replace(location.pathname));
  dialog.showModal();
};
addEventListener('error', (event) => stopped(event.error));
addEventListener('unhandledrejection', (event) => stopped(event.reason));

init({ module_or_path: './praesto-ui_bg.wasm' });
