import { cookiesOf } from "./post/people";
import { startTrial } from "./post/trial";
import { enterTown } from "./town/people";
import { enterBoard } from "./desk/issue";
import { idOf, people } from "./archive/house";
import { queriesOf } from "./reading/queries";
const trial = await startTrial({ filled: 10000 });
await enterTown(trial.url);
const web = await trial.startWeb();
const [cookie = ""] = await cookiesOf([people.editor.id], trial.secret);
const { issueId } = await enterBoard();
for (const p of [`/issues/${issueId}`, "/desk"]) {
  const ask = () => fetch(web.url + p, { headers: { cookie } }).then((r) => r.text());
  await ask(); await ask();
  const q = await queriesOf(trial, ask);
  console.log("=====", p, q.length);
  for (const { text } of q) console.log("-", text.replace(/\s+/g, " ").slice(0, 230));
}
await trial.end();
