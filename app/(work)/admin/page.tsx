import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { administrators, has } from "@/bulletin/policy";
import { PageBar, PageTitle } from "@/components/PageBar";
import { Tabs } from "@/components/Tabs";
import type { Actor } from "@/lib/actor";
import { requireActor } from "@/lib/session";
import { requireSight } from "@/lib/sight";
import { Trays } from "../deputies/Trays";
import { AccountsPart } from "./AccountsPart";
import { AuditorsPart } from "./AuditorsPart";
import { BackupsPart } from "./BackupsPart";
import { ChainPart } from "./ChainPart";
import { CopyPart } from "./CopyPart";
import { FacesPart } from "./FacesPart";
import { OfficesPart } from "./OfficesPart";
import { PolicyPart } from "./PolicyPart";
import { RecordPart } from "./RecordPart";
import { RolesPart } from "./RolesPart";
import { RosterPart } from "./RosterPart";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("nav"))("admin") };
}

type Search = { searchParams: Promise<Record<string, string>> };

/** Three people, mutually exclusive: each finds only their own part here. */
export default async function AdminPage({ searchParams }: Search) {
  const actor = await requireActor();
  requireSight(has(actor, ...administrators));
  const [say, deputies, search] = await Promise.all([
    getTranslations("admin"),
    getTranslations("deputies"),
    searchParams,
  ]);
  const parts = partsOf(actor);
  const part = parts.find((each) => each === search.part) ?? parts[0];
  return (
    <main className="grow">
      <PageBar>
        <PageTitle>{say("title")}</PageTitle>
        <span className="text-ink-3">{say("fact")}</span>
      </PageBar>
      <div className="px-8 pt-2 pb-12 max-sm:px-4">
        {part && (
          <Tabs
            name={say("parts")}
            tabs={parts.map((each) => ({ href: `/admin?part=${each}`, label: say(each), current: each === part }))}
          />
        )}
        {part === "accounts" && <AccountsPart actor={actor} search={search} />}
        {part === "offices" && <OfficesPart actor={actor} />}
        {part === "roster" && <RosterPart actor={actor} />}
        {part === "faces" && <FacesPart actor={actor} />}
        {part === "backups" && <BackupsPart actor={actor} />}
        {part === "policy" && <PolicyPart />}
        {part === "auditors" && <AuditorsPart actor={actor} search={search} />}
        {part === "roles" && (
          <>
            <RolesPart actor={actor} search={search} />
            <h2 className="border-b border-line-2 pt-10 pb-2 font-bold">{deputies("title")}</h2>
            <Trays actor={actor} />
          </>
        )}
        {has(actor, "auditor") && (
          <>
            <CopyPart />
            <RecordPart actor={actor} search={search} />
            <ChainPart actor={actor} />
          </>
        )}
      </div>
    </main>
  );
}

type Part = "accounts" | "offices" | "roster" | "faces" | "backups" | "roles" | "policy" | "auditors";

function partsOf(actor: Actor): Part[] {
  if (has(actor, "systemAdmin")) return ["accounts", "offices", "roster", "faces", "backups"];
  return has(actor, "securityAdmin") ? ["roles", "policy", "auditors"] : [];
}
