using Party.Demo.CommandLine;
using Party.Demo.Running;

var host = new PartyHost(
    Console.Out, Console.Error, Console.OpenStandardInput, isTerminal: !Console.IsOutputRedirected);
return await new DemoCommand(host.RunAsync).InvokeAsync(args, Console.Out, Console.Error);
