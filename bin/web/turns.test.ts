import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { Turns } from "./turns";

class Line extends EventEmitter {
  closed = false;
  close() {
    this.closed = true;
    this.emit("close");
  }
}

/** Lines that ask for a turn, and which of them have it. */
function asking(turns: Turns) {
  const has: string[] = [];
  const ask = (name: string, line = new Line()) => {
    void turns.take("somebody", line).then(() => has.push(name));
    return line;
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const having = async () => {
    await settled();
    return has;
  };
  return { ask, has: having };
}

it("a turn goes to the next in the row, and not to one that has gone", async () => {
  const { ask, has } = asking(new Turns(2));
  const [first, second] = [ask("1"), ask("2")];
  const third = ask("3");
  const fourth = ask("4");
  expect(await has()).toEqual(["1", "2"]);
  third.close();
  first.close();
  expect(await has()).toEqual(["1", "2", "4"]);
  second.close();
  fourth.close();
  ask("5");
  ask("6");
  ask("7");
  expect(await has()).toEqual(["1", "2", "4", "5", "6"]);
});

it("one that was gone before its turn came keeps none", async () => {
  const { ask, has } = asking(new Turns(1));
  const gone = new Line();
  gone.close();
  ask("gone", gone);
  ask("next");
  expect(await has()).toEqual(["gone", "next"]);
});
