import { showing } from "@/app/document/showing";
import { trayFilter } from "@/bulletin/post/reading";
import { trayPage } from "./trayPage";

/** What waits to be read, and what was read (trayPage.tsx). */
export async function GET(request: Request): Promise<Response> {
  const filter = trayFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return showing(request, (given) => trayPage({ ...given, filter }));
}
