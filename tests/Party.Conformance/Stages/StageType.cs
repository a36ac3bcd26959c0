namespace Party.Conformance.Stages;

public enum StageType
{
    Producer,
    ProducerConsumer,
    Consumer,
    ConsumerSupervisor,
}
