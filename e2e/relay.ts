import { connect, createServer, type Server, type Socket } from "node:net";

/** A way to the database that can be cut, as when its machine restarts or the network fails. */
export class Relay {
  private server: Server | undefined;
  private readonly open = new Set<Socket>();

  constructor(
    private readonly port: number,
    /** Of the database behind it, on this machine. */
    private readonly behind: number,
  ) {}

  async go(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(this.behind, "127.0.0.1");
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

  cut(): void {
    this.server?.close();
    for (const each of this.open) each.destroy();
  }
}
