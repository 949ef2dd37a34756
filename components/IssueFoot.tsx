import { printedAddressees } from "@/bulletin/post/printedLine";
import type { Content } from "@/bulletin/press/content";
import type { Say } from "@/lib/say";

/** The foot of the last page: lists, who edited and reviewed, telephone, copies. */
export function IssueFoot({ content, say }: { content: Content; say: Say<"sheet"> }) {
  const { lists, imprint, issuer, besides } = content;
  const facts = (["editors", "reviewers", "signer", "phone", "email"] as const).filter((key) => imprint[key]);
  return (
    <footer className="mt-12 border-y-2 border-ink text-lead">
      {lists
        .filter(({ addressees }) => addressees.length)
        .map(({ label, addressees }) => (
          <div key={label} className="grid grid-cols-[auto_1fr] px-3">
            <span>{`${label}：`}</span>
            <span>{printedAddressees(addressees)}</span>
          </div>
        ))}
      <div className="flex flex-wrap gap-x-8 border-t border-ink px-3">
        {facts.map((key) => (
          <span key={key}>{say(`imprint.${key}`, { value: imprint[key] })}</span>
        ))}
      </div>
      <div className="flex flex-wrap justify-between border-t border-ink px-3">
        <span>{say("printedBy", { issuer })}</span>
        {imprint.copies > 0 && <span>{say("copies", { count: imprint.copies })}</span>}
      </div>
      {besides?.foot.map((line) => (
        <p key={line} className="border-t border-line px-3 text-ink-2">
          {line}
        </p>
      ))}
    </footer>
  );
}
