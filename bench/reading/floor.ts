import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Pool } from "pg";
import type { Query } from "./queries";

// The floor: a bare server that runs the same queries as a page and puts strings together. Its argument is a folder
// with the pages (NAME.html) and their queries (NAME.json).
const [folder = ""] = process.argv.slice(2);
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const pages = new Map(["page", "tray"].map((name) => [`/${name}`, read(name)]));

function read(name: string): { pieces: string[]; queries: Query[] } {
  const html = readFileSync(`${folder}/${name}.html`, "utf8");
  const queries = JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8")) as Query[];
  return { pieces: html.match(/[\s\S]{1,1000}/g) ?? [], queries };
}

const server = createServer(async ({ url = "" }, response) => {
  const page = pages.get(url);
  if (!page) return void response.writeHead(404).end();
  let rows = 0;
  for (const query of page.queries) rows += (await pool.query(query)).rows.length;
  let html = `<!-- ${rows} -->`;
  for (const piece of page.pieces) html += piece;
  response
    .writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" })
    .end(html);
});
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
