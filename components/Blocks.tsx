import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Block, Run } from "@/bulletin/text/model";

/** A text on the screen, in the faces of a bulletin. The same blocks go to the printed page. */
export function Blocks({ blocks }: { blocks: Block[] }) {
  const say = useTranslations("sheet");
  return <BlocksOf blocks={blocks} credit={(name) => say("credit", { name })} />;
}

type Credit = (name: string) => string;

/** The same with its one sentence given: for where it is made into a string. */
export function BlocksOf({ blocks, credit }: { blocks: Block[]; credit: Credit }) {
  return (
    <div className="bulletin grid gap-[0.4em]">
      {blocks.map((block, at) => (
        <BlockView key={at} block={block} credit={credit} />
      ))}
    </div>
  );
}

function BlockView({ block, credit }: { block: Block; credit: Credit }) {
  switch (block.type) {
    case "paragraph":
      return <p>{runs(block.runs)}</p>;
    case "heading":
      return <Heading level={block.level}>{runs(block.runs)}</Heading>;
    case "list":
      return <ListView ordered={block.ordered} items={block.items} />;
    case "figure":
      return (
        <figure className="my-2 grid justify-items-center gap-2">
          {/* biome-ignore lint/performance/noImgElement: each picture is asked for with the reader's own right */}
          <img
            src={`/images/${block.image}`}
            alt={block.caption}
            loading="lazy"
            className="max-h-[80vh] w-auto max-w-full"
          />
          {(block.caption || block.credit) && (
            <figcaption className="text-center font-sans text-body text-ink-2">
              {block.caption}
              {block.credit && <span className="ml-3 text-ink-3">{credit(block.credit)}</span>}
            </figcaption>
          )}
        </figure>
      );
    case "table":
      return (
        <div className="overflow-x-auto">
          <table className="mx-auto border-collapse font-sans text-body">
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={at}>
                  {row.map(({ runs: text, header, colspan, rowspan }, column) => {
                    const Cell = header ? "th" : "td";
                    return (
                      <Cell
                        key={column}
                        colSpan={colspan}
                        rowSpan={rowspan}
                        className="border border-field px-3 py-1.5"
                      >
                        {runs(text)}
                      </Cell>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

/** Level 1 in black type as 一、 is on the page; below it as （一） and 1. are. */
function Heading({ level, children }: { level: 1 | 2 | 3; children: ReactNode }) {
  const Tag = (["h3", "h4", "h5"] as const)[level - 1] ?? "h5";
  return <Tag className={`indent-[2em] ${level === 1 ? "font-sans font-bold" : "font-bold"}`}>{children}</Tag>;
}

function ListView({ ordered, items }: { ordered: boolean; items: Run[][] }) {
  const Tag = ordered ? "ol" : "ul";
  return (
    <Tag className={`ml-[3.2em] ${ordered ? "list-decimal" : "list-disc"}`}>
      {items.map((item, at) => (
        <li key={at}>{runs(item)}</li>
      ))}
    </Tag>
  );
}

function runs(all: Run[]): ReactNode {
  return all.map(({ text, bold, italic, underline }, at) => {
    const face = [bold && "font-bold", italic && "italic", underline && "underline"].filter(Boolean).join(" ");
    return face ? (
      <span key={at} className={face}>
        {withBreaks(text)}
      </span>
    ) : (
      withBreaks(text)
    );
  });
}

function withBreaks(text: string): ReactNode {
  if (!text.includes("\n")) return text;
  return text.split("\n").map((line, at) =>
    at ? (
      <span key={at}>
        <br />
        {line}
      </span>
    ) : (
      line
    ),
  );
}
