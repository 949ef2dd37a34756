import { getTranslations } from "next-intl/server";
import type { Waiting } from "@/bulletin/archive/import/waiting";
import { buttonClass, LinkButton } from "@/components/Button";
import { discardImportAction } from "../../actions";
import { ArchiveFile } from "./ArchiveFile";
import { TurnDialog } from "./TurnForm";

type Props = { file: Waiting; lacking: number; count: number };

/** What is done with the whole file: look at it as it came, put it aside, confirm it. */
export async function FileActs({ file: { id, version, state, name, publicationId, issues }, lacking, count }: Props) {
  const say = await getTranslations("imports");
  if (state !== "waiting")
    return (
      <>
        {state === "archived" && (
          <a href={`/archive/import/${id}/original`} className={buttonClass("plain")}>
            {say("download")}
          </a>
        )}
        <span className="text-ink-3">{say(state)}</span>
        <LinkButton href="/archive">{say("back")}</LinkButton>
      </>
    );
  const same = issues.filter((each) => each.same.length && !each.said.leftOut).length;
  const next = issues.flatMap(({ said }) => (said.leftOut ? [] : (said.lastNumber ?? said.number ?? [])));
  const lacks = issues.findIndex(({ said }) => !said.leftOut && said.missing.length);
  const numbers = {
    sentence: say("needsNumbers", { count: lacking }),
    at: `/archive/import/${id}?issue=${lacks}#fields`,
  };
  const why = publicationId ? (lacking ? numbers : null) : { sentence: say("needsPublication"), at: "#publication" };
  return (
    <>
      <a href={`/archive/import/${id}/original`} className={buttonClass("plain")}>
        {say("download")}
      </a>
      <TurnDialog
        id={id}
        version={version}
        verb={say("discard")}
        title={say("discardTitle", { name })}
        action={discardImportAction as never}
      >
        <p>{say("discardFact")}</p>
      </TurnDialog>
      <ArchiveFile id={id} version={version} count={count} why={why}>
        <p>{say("archiveFact")}</p>
        {same > 0 && <p className="text-ochre">{say("archiveSame", { count: same })}</p>}
        {next.length > 0 && <p className="text-ink-3">{say("archiveNext", { number: Math.max(...next) })}</p>}
      </ArchiveFile>
    </>
  );
}
