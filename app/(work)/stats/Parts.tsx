import { byOfficial, byPublication, bySection } from "@/bulletin/archive/statistics/breakdowns";
import { calendarOf } from "@/bulletin/archive/statistics/calendar";
import { editingOf } from "@/bulletin/archive/statistics/editing";
import type { Overview } from "@/bulletin/archive/statistics/overview";
import { silentOffices } from "@/bulletin/archive/statistics/silence";
import { answerTimes, printingTimes } from "@/bulletin/archive/statistics/times";
import { CalendarPart } from "./CalendarPart";
import { EditingPart } from "./EditingPart";
import { OfficialsPart, SectionsPart } from "./LinesPart";
import type { Query } from "./query";
import { SilentPart } from "./SilentPart";
import type { View } from "./views";

/** What else there is to know of the same selection, one part at a time: each is counted when it is asked for. */
export async function Parts({ view, of, query }: { view: View; of: Overview; query: Query }) {
  const { selection, tallies } = of;
  if (view === "sections") {
    const [sections, publications] = await Promise.all([bySection(selection), byPublication(selection)]);
    return <SectionsPart sections={sections} publications={publications} query={query} />;
  }
  if (view === "officials") return <OfficialsPart officials={await byOfficial(selection)} query={query} />;
  if (view === "calendar") return <CalendarPart {...(await calendarOf(selection))} query={query} />;
  if (view === "silent") return <SilentPart {...(await silentOffices(selection, tallies))} query={query} />;
  const { scope } = selection;
  const [editing, answer, printing] = await Promise.all([
    editingOf(selection),
    answerTimes(scope),
    printingTimes(scope),
  ]);
  return <EditingPart editing={editing} answer={answer} printing={printing} query={query} />;
}
