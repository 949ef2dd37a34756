import { type Env, readEnv } from "../../lib/env";
import { warn } from "../say";
import { Sentence, sentenceOf } from "../sentence";
import { begin } from "./begin";
import { ending } from "./ending";

// `npm start` and `npm run dev`, on the pinned Node and with everything installed.
const mode = process.argv[2] === "dev" ? "dev" : "start";
const end = ending();

try {
  await begin(mode, checkedEnv(), end);
} catch (error) {
  // What was interrupted by being told to stop fails too, and that is no failure.
  if (!end.begun()) {
    warn(sentenceOf(error));
    if (!(error instanceof Sentence) && process.env.DEBUG) console.error(error);
    await end.now(1);
  }
}

function checkedEnv(): Env {
  try {
    return readEnv();
  } catch (error) {
    throw new Sentence(error instanceof Error ? error.message : String(error));
  }
}
