import NextAuth from "next-auth";
import { authOptions } from "@/app/auth";

const handler = NextAuth(authOptions);

export { handler as GET };

/** next-auth's own log takes lines from anybody: it is not there. */
export function POST(request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  if (new URL(request.url).pathname.endsWith("/_log")) return Promise.resolve(new Response(null, { status: 404 }));
  return handler(request, context);
}
