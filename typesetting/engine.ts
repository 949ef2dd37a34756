import path from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";

/** A template did not compile: where, in its own lines. Shown to whoever keeps the templates. */
export class TemplateError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly fault: string,
  ) {
    super(`${file}:${line}: ${fault}`);
    this.name = "TemplateError";
  }
}

type Diagnostic = { message: string; path: string; range: { start: { line: number } } | null; severity: number };

/** A document that has been set: asked for its marks, its pages, its bytes. */
export type Composed = {
  pages: number;
  /** The values under a Typst label. */
  query<T>(label: string): T;
  svg(): string;
  pdf(standard?: "a-2b"): Uint8Array;
};

/**
 * Typst inside this process, with its faces loaded once. Sources (name → text) are the templates;
 * an issue comes as data and files, never as markup, so that text stays inert.
 */
export class Engine {
  private readonly compiler: NodeCompiler;
  private mapped = new Map<string, Uint8Array>();
  private compositions = 0;

  constructor(
    faceFiles: string[],
    sources: Map<string, string>,
    /** A folder that need not exist: all that is read is mapped into it, nothing is read from disk. */
    private readonly root = path.resolve("/bianfa-press"),
  ) {
    this.compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: faceFiles }] });
    for (const [name, text] of sources) this.compiler.addSource(path.join(root, name), text);
  }

  /** Sets `main` with its data and files. Throws a TemplateError that names the line. */
  compose(main: string, data: unknown, files: Map<string, Uint8Array>): Composed {
    this.map("data.json", Buffer.from(JSON.stringify(data)));
    this.mapFiles(files);
    const outcome = this.compiler.compile({ mainFilePath: path.join(this.root, main) });
    const document = outcome.result;
    if (!document) throw this.errorOf(outcome.takeDiagnostics());
    this.forget();
    return this.composed(main, document);
  }

  /** What some twenty compositions have not used is forgotten: memory stays flat over any number of issues. */
  private forget(): void {
    this.compositions += 1;
    // Looking through the whole memory takes two milliseconds: not each time.
    if (this.compositions % 8 === 0) this.compiler.evictCache(2);
  }

  private composed(main: string, document: NodeTypstDocument): Composed {
    const { compiler } = this;
    return {
      pages: document.numOfPages,
      query: <T>(label: string) => {
        const [value] = compiler.query(document, { selector: `<${label}>`, field: "value" }) as T[];
        // An office may have lost the line that reports them.
        if (value === undefined) throw new TemplateError(main, 1, `no <${label}> is reported (report-marks)`);
        return value;
      },
      svg: () => compiler.plainSvg(document),
      pdf: (standard) => compiler.pdf(document, standard && { pdfStandard: standard }),
    };
  }

  private map(name: string, bytes: Uint8Array): void {
    this.compiler.mapShadow(path.join(this.root, name), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  private mapFiles(files: Map<string, Uint8Array>): void {
    for (const name of this.mapped.keys()) if (!files.has(name)) this.compiler.unmapShadow(path.join(this.root, name));
    for (const [name, bytes] of files) if (!isSame(this.mapped.get(name), bytes)) this.map(name, bytes);
    this.mapped = new Map(files);
  }

  private errorOf(diagnostics: Parameters<NodeCompiler["fetchDiagnostics"]>[0] | null): Error {
    const all = diagnostics ? (this.compiler.fetchDiagnostics(diagnostics) as Diagnostic[]) : [];
    const [first] = all.filter(({ severity }) => severity === 1);
    if (!first) return new Error("the pages could not be set, and no reason was given");
    const file = path.relative(this.root, first.path);
    return new TemplateError(file, (first.range?.start.line ?? 0) + 1, first.message);
  }
}

function isSame(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one === other || (one !== undefined && Buffer.compare(one, other) === 0);
}
