/** The view on what a model learns from: loaded when it is opened, or when a correction is confirmed. */
export { confirm, confirmedRow } from '../learn/confirmed.ts';
export { createView } from '../learn/panel.ts';
