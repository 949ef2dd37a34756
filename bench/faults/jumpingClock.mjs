import { readFileSync } from "node:fs";

// Loaded before a web or worker of the trial: its clock is off by as many milliseconds as the file CLOCK_OFFSET says,
// from one moment to the next, as when somebody sets the clock of a machine. Timers go on, as they do there.
const file = process.env.CLOCK_OFFSET;
const True = globalThis.Date;
let offset = 0;

function look() {
  try {
    offset = Number(readFileSync(file, "utf8")) || 0;
  } catch {
    offset = 0;
  }
}

if (file) {
  look();
  setInterval(look, 50).unref();
  const nowThere = () => True.now() + offset;
  globalThis.Date = new Proxy(True, {
    construct: (target, given, asked) => Reflect.construct(target, given.length ? given : [nowThere()], asked),
    get: (target, key, asked) => (key === "now" ? nowThere : Reflect.get(target, key, asked)),
  });
}
