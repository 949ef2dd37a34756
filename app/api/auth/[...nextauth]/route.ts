import NextAuth from "next-auth";
import { authOptions } from "@/app/auth";

type Context = { params: Promise<{ nextauth: string[] }> };

/** With a name and a password nobody comes back from elsewhere, as one does from an identity service. */
export function GET(request: Request, context: Context): Promise<Response> {
  if (new URL(request.url).pathname.endsWith("/callback/credentials"))
    return Promise.resolve(new Response(null, { status: 404 }));
  return NextAuth(authOptions())(request, context);
}

/** next-auth's own log takes lines from anybody: it is not there. */
export function POST(request: Request, context: Context): Promise<Response> {
  if (new URL(request.url).pathname.endsWith("/_log")) return Promise.resolve(new Response(null, { status: 404 }));
  return NextAuth(authOptions())(request, context);
}
