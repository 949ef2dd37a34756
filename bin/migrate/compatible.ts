/**
 * What a migration would break for the version before it, which may still run beside it for a while, and for whoever
 * must go back: statements that take something away or ask for something that older code does not give. One that
 * takes away what a release has stopped using says so in a comment right before it: `-- unused since 0.2.0`.
 */
export function objections(script: string, versions: string[]): string[] {
  const all = statementsOf(script);
  const made = all.map(({ text }) => text).join(";\n");
  return all.flatMap(({ text, comments }) => {
    const since = /unused since (\d+\.\d+\.\d+)/.exec(comments)?.[1];
    if (since && versions.includes(since)) return [];
    return rules.flatMap(({ refuses, why }) => (refuses(text, made) ? [`${why}: ${text.slice(0, 120)}`] : []));
  });
}

const NAME = String.raw`(?:"[^"]+"|\w+)(?:\.(?:"[^"]+"|\w+))?`;
const without = (pattern: RegExp) => (text: string) => pattern.test(text);

const rules: { why: string; refuses: (text: string, made: string) => boolean }[] = [
  { why: "drops a table", refuses: without(/^DROP (TABLE|VIEW|MATERIALIZED VIEW|SEQUENCE|SCHEMA|TYPE)\b/i) },
  {
    why: "drops a column",
    refuses: (text) =>
      /^ALTER TABLE/i.test(text) &&
      /\bDROP (COLUMN\b|(?!CONSTRAINT\b|DEFAULT\b|NOT NULL\b|EXPRESSION\b|IDENTITY\b)["\w])/i.test(text),
  },
  { why: "renames", refuses: without(/^ALTER\b.*\bRENAME\b/is) },
  { why: "changes the type of a column", refuses: without(/^ALTER TABLE\b.*\bALTER\b.*\b(SET DATA )?TYPE\b/is) },
  {
    why: "asks for a value without giving a default",
    refuses: (text, made) =>
      [...text.matchAll(new RegExp(`ALTER (?:COLUMN )?(${NAME}) SET NOT NULL`, "gi"))].some(
        ([, column = ""]) => !new RegExp(`ALTER (?:COLUMN )?${escaped(column)} SET DEFAULT`, "i").test(made),
      ),
  },
  {
    why: "adds a column that must have a value and gives none",
    refuses: (text) =>
      /^ALTER TABLE/i.test(text) &&
      text
        .split(/\bADD COLUMN\b/i)
        .slice(1)
        .some((each) => /\bNOT NULL\b/i.test(each) && !/\b(DEFAULT|GENERATED|(BIG|SMALL)?SERIAL)\b/i.test(each)),
  },
  {
    why: "drops a function that it does not make again",
    refuses: (text, made) => {
      const name = new RegExp(`^DROP FUNCTION (?:IF EXISTS )?(${NAME})`, "i").exec(text)?.[1];
      return name !== undefined && !new RegExp(`CREATE (OR REPLACE )?FUNCTION ${escaped(name)}`, "i").test(made);
    },
  },
];

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

type Statement = { text: string; comments: string };

// A comment, a text, a name, a body between dollars, the end of a statement, white space, or anything else.
const PIECE =
  /--[^\n]*|\/\*[\s\S]*?\*\/|E'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|;|\s+|[^\s;'"$/-]+|[\s\S]/gi;

/** The statements of a script without texts and bodies, each with the comments before it. What DO does counts too. */
export function statementsOf(script: string): Statement[] {
  const found: Statement[] = [];
  let text = "";
  let comments = "";
  const finish = () => {
    if (text.trim()) found.push({ text: text.trim(), comments });
    text = "";
    comments = "";
  };
  for (const [piece, tag] of script.matchAll(PIECE)) {
    if (piece === ";") finish();
    else if (/^(--|\/\*)/.test(piece)) comments += text.trim() ? "" : `${piece}\n`;
    else if (/^E?'/i.test(piece)) text += "''";
    else if (tag !== undefined) {
      if (/^DO\b/i.test(text.trim())) found.push(...insideDo(piece.slice(tag.length + 2, -tag.length - 2)));
      text += "$$";
    } else text += /^\s/.test(piece) ? " " : piece;
  }
  finish();
  return found;
}

/** Statements in a body stand behind BEGIN, THEN, ELSE or LOOP. */
function insideDo(body: string): Statement[] {
  return statementsOf(body.replace(/\b(BEGIN|THEN|ELSE|LOOP)\b/gi, ";"));
}
