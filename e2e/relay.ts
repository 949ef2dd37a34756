import { connect, createServer, type Server, type Socket } from "node:net";
import { Statements } from "./statements";

/** A way to the database that can be cut, as when its machine restarts or the network fails; it counts what goes along. */
export class Relay {
  private server: Server | undefined;
  private readonly open = new Set<Socket>();
  private readonly lines: Statements[] = [];

  constructor(
    private readonly port: number,
    /** Of the database behind it, on this machine. */
    private readonly behind: number,
  ) {}

  async go(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(this.behind, "127.0.0.1");
      const statements = new Statements();
      this.lines.push(statements);
      near.on("data", (piece: Buffer) => statements.take(piece));
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.open.add(one);
        one.pipe(other);
        one.on("error", () => other.destroy());
        one.once("close", () => this.open.delete(one) && other.destroy());
      }
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, "127.0.0.1", resolve));
  }

  /** How many statements were sent along this way until now. */
  get asked(): number {
    return this.lines.reduce((sum, { count }) => sum + count, 0);
  }

  cut(): void {
    this.server?.close();
    for (const each of this.open) each.destroy();
  }
}
