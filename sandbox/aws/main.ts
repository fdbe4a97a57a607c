import { serve } from "../plugin/server";
import { aws } from "./package";

void serve(aws);
