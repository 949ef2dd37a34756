/**
 * The one clock. Seeds and tests travel to another moment, so that three months of a weekly can be
 * played through the domain functions; the product itself never sets it.
 */
let offset = 0;

/** This moment. */
export function now(): Date {
  return new Date(Date.now() + offset);
}

/** Sets the clock to `moment`; it goes on ticking from there. Without a moment: back to the present. */
export function travel(moment?: Date): void {
  offset = moment ? moment.getTime() - Date.now() : 0;
}
