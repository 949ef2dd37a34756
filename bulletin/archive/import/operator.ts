import { db } from "@/lib/db";
import { Refusal } from "@/lib/refusal";
import { readApart } from "../../text/files/apart";
import { asJson, type RecognisedJson } from "../recognise/json";
import { recognise } from "../recognise/recognise";
import { printable } from "./printable";
import { filesIn, type Result, takeEach } from "./takeAll";

/** What the operator brings, one file after the other. A file that cannot be read is named with why. */
export async function* operatorImport(files: string[]): AsyncGenerator<Result> {
  for (const file of files) yield* takeEach(null, file, file);
  await db.$disconnect();
}

/** As `operatorImport`, without a database: what would be recognised, in the form that CONTRACT.md fixes. */
export async function* recognisedFiles(
  files: string[],
): AsyncGenerator<RecognisedJson | { name: string; refusal: Refusal }> {
  for await (const file of filesAt(files)) yield "refusal" in file ? file : await recognisedFile(file);
}

async function recognisedFile({ name, bytes }: { name: string; bytes: Uint8Array }) {
  try {
    const { text } = await readApart(bytes);
    return asJson(recognise(printable(text)).recognised, name);
  } catch (error) {
    if (error instanceof Refusal) return { name, refusal: error };
    throw error;
  }
}

async function* filesAt(files: string[]) {
  for (const file of files) {
    try {
      for await (const each of filesIn(file, file)) yield each;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      yield { name: file, refusal: error };
    }
  }
}
