package example;

import io.github.cdk8srollouts.BlueGreenRollout;
import io.github.cdk8srollouts.IstioBlueGreenTrafficOptions;
import io.github.cdk8srollouts.IstioGateway;
import io.github.cdk8srollouts.IstioTraffic;
import io.github.cdk8srollouts.Promotion;
import java.util.List;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.Duration;
import org.cdk8s.plus28.ContainerProps;
import org.cdk8s.plus28.ServicePort;

public final class BlueGreen {
    public static void main(String[] args) {
        App app = new App();
        Chart chart = new Chart(app, "app", ChartProps.builder().namespace("app-service").build());

        BlueGreenRollout.Builder.create(chart, "app")
                .metadata(ApiObjectMetadata.builder().name("app").build())
                .replicas(3)
                .containers(List.of(ContainerProps.builder()
                        .image("registry.example.com/app:1.4.2")
                        .portNumber(5000)
                        .build()))
                .ports(List.of(ServicePort.builder().name("http").port(80).targetPort(5000).build()))
                .promotion(Promotion.manual())
                .scaleDownDelay(Duration.seconds(30))
                .traffic(IstioTraffic.blueGreen(IstioBlueGreenTrafficOptions.builder()
                        .hosts(List.of("app-api.test.com"))
                        .previewHosts(List.of("app-api-preview.test.com"))
                        .gateways(List.of(IstioGateway.fromGatewayName("istio-system/ingressgateway")))
                        .build()))
                .build();

        app.synth();
    }
}
