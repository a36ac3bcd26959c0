using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit.Tests;

public sealed partial class EventFilterTests : QuietKit
{
    public EventFilterTests()
        : base("akka.loglevel = DEBUG")
    {
    }

    [Fact]
    public void Whole_message_counts_before_its_start_and_its_parts()
    {
        EventFilter.Warning("ripe", start: "green", contains: "green").ExpectOne(() => Sys.Log.Warning("ripe"));
        EventFilter.Warning(start: "ri", contains: "green").ExpectOne(() => Sys.Log.Warning("ripe"));
    }

    [Fact]
    public void Pattern_is_searched_in_the_message() =>
        EventFilter.Error(Digits()).ExpectOne(() => Sys.Log.Error("crate 17 fell"));

    [Fact]
    public void Other_levels_do_not_count()
    {
        EventFilter.Debug("x").ExpectOne(() =>
        {
            Sys.Log.Info("x");
            Sys.Log.Warning("x");
            Sys.Log.Debug("x");
        });
    }

    [Fact]
    public void More_than_expected_fails()
    {
        var failure = FailureOf(() => EventFilter.Info("tick").ExpectOne(() =>
        {
            EventFilter.Debug("end").ExpectOne(() =>
            {
                Sys.Log.Info("tick");
                Sys.Log.Info("tick");
                Sys.Log.Debug("end");
            });
        }));

        Assert.Contains("2", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_filters_count_together()
    {
        EventFilter.Info("left").And.Warning("right").Expect(2, () =>
        {
            Sys.Log.Info("left");
            Sys.Log.Warning("right");
        });
    }

    [Fact]
    public void Unmuted_filter_claims_nothing_any_more()
    {
        var muted = EventFilter.Info("tick").Mute();
        muted.Unmute();

        EventFilter.Info("tick").ExpectOne(() => Sys.Log.Info("tick"));
    }

    [Fact]
    public void Custom_condition_sees_the_event() =>
        EventFilter.Custom<Info>(info => info.Message.ToString() == "mine").ExpectOne(() => Sys.Log.Info("mine"));

    [Fact]
    public void Cause_inside_the_cause_is_found_on_request()
    {
        var error = new InvalidOperationException("outer", new FormatException("inner"));

        EventFilter.Exception(typeof(FormatException), checkInnerExceptions: true)
            .ExpectOne(() => Sys.Log.Error(error, "x"));
    }

    [Fact]
    public void Dead_letter_is_known_by_type_and_recipient()
    {
        EventFilter.DeadLetter<string>(source: Sys.DeadLetters.Path.ToString())
            .ExpectOne(() => Sys.DeadLetters.Tell("lost"));
        EventFilter.DeadLetter(typeof(int), message => message is 2).ExpectOne(() =>
        {
            Sys.DeadLetters.Tell(1);
            Sys.DeadLetters.Tell(2);
        });
    }

    [Fact]
    public void Texts_and_sources_are_compared_in_any_case() =>
        EventFilter.Warning(start: "IT WAS", source: "MINE (AKKA://TEST)")
            .ExpectOne(() => Logging.GetLogger(Sys, "mine").Warning("It was nothing"));

    [Fact]
    public void An_error_is_found_by_the_text_of_its_cause_too() =>
        EventFilter.Error("the cause").ExpectOne(
            () => Logging.GetLogger(Sys, "mine").Error(new FormatException("the cause"), "the text"));

    [Fact]
    public async Task Expectation_can_be_awaited_and_hands_the_result_back()
    {
        var result = await EventFilter.Info("tick").ExpectOneAsync(async () =>
        {
            await Task.Yield();
            Sys.Log.Info("tick");
            return 8;
        });

        Assert.Equal(8, result);
        await FailureOf(() => EventFilter.Info("tick").ExpectAsync(1, Blink, () => Task.CompletedTask));
    }

    [Fact]
    public async Task Muting_lasts_as_long_as_what_is_awaited() =>
        Assert.Equal(3, await EventFilter.Error().MuteAsync(() => Task.FromResult(3)));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
