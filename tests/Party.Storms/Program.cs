using Party.Storms;

return StormCommand.Run(args, Console.Out, Console.Error);
